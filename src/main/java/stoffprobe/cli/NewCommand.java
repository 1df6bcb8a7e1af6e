package stoffprobe.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import stoffprobe.config.ClassFolders;
import stoffprobe.config.PipelineReader;

/** {@code new}: writes a pipeline file to start from. */
@Command(
    name = "new",
    mixinStandardHelpOptions = true,
    description = {
      "Write a commented pipeline file to start from: the standard experiment, named after the file,",
      "or one for a folder of pictures with a folder a class.",
      "A file that exists is never replaced."
    },
    footer = {
      "",
      "Examples:",
      "  stoffprobe new my-model.yaml",
      "  stoffprobe new photos.yaml --folder photos",
      "  stoffprobe run photos.yaml"
    })
final class NewCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "FILE", description = "The file to write, NAME.yaml.")
  private @Nullable Path file;

  @Option(
      names = "--folder",
      paramLabel = "DIR",
      description = "The pictures that the pipeline is for: in DIR, a folder a class.")
  private @Nullable Path folder;

  @Override
  public Integer call() throws Exception {
    Path target = file == null ? Path.of("") : file;
    String name = String.valueOf(target.getFileName()).replaceFirst("\\.ya?ml$", "");
    if (!PipelineReader.isName(name)) {
      throw problem(
          "A pipeline is named after its file and needs a name of letters, digits, - and _, so not '"
              + name
              + "'. For example: stoffprobe new my-model.yaml");
    }
    String text =
        folder == null
            ? NewPipeline.text(name, quoted(target))
            : NewFolderPipeline.text(name, quoted(target), folder, classes(folder));
    try {
      Files.write(
          target,
          text.getBytes(StandardCharsets.UTF_8),
          StandardOpenOption.CREATE_NEW,
          StandardOpenOption.WRITE);
    } catch (FileAlreadyExistsException e) {
      throw problem(target + " exists already and is left as it is. Take another name.");
    } catch (NoSuchFileException e) {
      throw problem("The folder of " + target + " does not exist. Create it first.");
    }
    System.out.println(target);
    System.err.println("Change it as you like, then: stoffprobe run " + quoted(target));
    return 0;
  }

  private ClassFolders classes(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw problem("There is no folder " + folder + ".");
    }
    ClassFolders classes = ClassFolders.in(folder);
    if (classes.names().size() < 2) {
      throw problem(
          folder
              + " holds "
              + classes.names().size()
              + " folders, but a class is a folder of pictures, and two are needed at least.");
    }
    return classes;
  }

  private ParameterException problem(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  private static String quoted(Path path) {
    String text = path.toString();
    return text.contains(" ") ? "\"" + text + "\"" : text;
  }
}
