package stoffprobe.cli;

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
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import stoffprobe.config.PipelineReader;

/** {@code new}: writes a pipeline file to start from. */
@Command(
    name = "new",
    mixinStandardHelpOptions = true,
    description = {
      "Write a commented pipeline file to start from: the standard experiment, named after the file.",
      "A file that exists is never replaced."
    },
    footer = {"", "Example:", "  stoffprobe new my-model.yaml", "  stoffprobe run my-model.yaml"})
final class NewCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "FILE", description = "The file to write, NAME.yaml.")
  private @Nullable Path file;

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
    try {
      Files.write(
          target,
          NewPipeline.text(name, quoted(target)).getBytes(StandardCharsets.UTF_8),
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

  private ParameterException problem(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  private static String quoted(Path path) {
    String text = path.toString();
    return text.contains(" ") ? "\"" + text + "\"" : text;
  }
}
