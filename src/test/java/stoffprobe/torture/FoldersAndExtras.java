package stoffprobe.torture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A stage's folder gone, or no folder, or with something in it that the stage did not write. */
final class FoldersAndExtras {

  private static final String NOT_LISTED = " not in the manifest";

  private FoldersAndExtras() {}

  static List<Trial> trials(Setting setting) {
    List<Trial> trials = new ArrayList<>();
    for (String stage : Extent.ALL.stages()) {
      String folder = Extent.FOLDERS.get(stage);
      trials.add(new Trial(folder + " gone", ground -> gone(ground, folder)));
      trials.add(new Trial(folder + " a file", ground -> noFolder(ground, folder)));
      trials.add(new Trial("a file more in " + folder, ground -> more(ground, folder + "/a b")));
    }
    trials.add(new Trial("a hidden file more", ground -> more(ground, "2-explore/.x")));
    trials.add(
        new Trial("a file deep below", ground -> more(ground, "4-train-mlp/saved_model/x/y/z")));
    trials.add(new Trial("a link in a folder", FoldersAndExtras::link));
    trials.add(new Trial("a file's place taken by a link to it", FoldersAndExtras::replaced));
    trials.add(new Trial("all of the output gone", FoldersAndExtras::nothing));
    return setting.scale().some(trials, 1, setting.random());
  }

  private static void gone(Ground ground, String folder) throws Exception {
    ground.finished(Extent.ALL);
    Ground.delete(ground.root().resolve(folder));
    String stage = Extent.stage(folder);
    assertThat(ground.status()).containsEntry(stage, "stale: never run");
    Aftermath.isGood(ground, Extent.ALL);
  }

  private static void noFolder(Ground ground, String folder) throws Exception {
    ground.finished(Extent.ALL);
    Ground.delete(ground.root().resolve(folder));
    Files.writeString(ground.root().resolve(folder), "no folder");
    Aftermath.isNamedAndRepaired(ground, Extent.ALL, folder + " is not a folder");
  }

  private static void more(Ground ground, String file) throws Exception {
    ground.finished(Extent.ALL);
    Path path = ground.root().resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, "more");
    Aftermath.isNamedAndRepaired(ground, Extent.ALL, file + NOT_LISTED);
  }

  private static void link(Ground ground) throws Exception {
    ground.finished(Extent.ALL);
    Path elsewhere = Files.createDirectories(ground.folder().resolve("elsewhere"));
    Files.writeString(elsewhere.resolve("mine"), "stays");
    Files.createSymbolicLink(ground.root().resolve("2-explore/link"), elsewhere);
    Aftermath.isNamedAndRepaired(ground, Extent.ALL, "2-explore/link is not a regular file");
    assertThat(elsewhere.resolve("mine")).hasContent("stays");
  }

  /** What a link leads to may change without the stage; so it does not count as the file. */
  private static void replaced(Ground ground) throws Exception {
    ground.finished(Extent.ALL);
    Path file = ground.root().resolve("2-explore/samples.csv");
    Path elsewhere = ground.folder().resolve("samples.csv");
    Files.createDirectories(ground.folder());
    Files.move(file, elsewhere);
    Files.createSymbolicLink(file, elsewhere);
    Aftermath.isNamedAndRepaired(ground, Extent.ALL, "2-explore/samples.csv is not a regular file");
    assertThat(elsewhere).exists();
  }

  private static void nothing(Ground ground) throws Exception {
    Aftermath.isGood(ground, Extent.ALL);
  }
}
