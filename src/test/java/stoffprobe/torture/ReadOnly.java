package stoffprobe.torture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import stoffprobe.CommandLineRun;

/**
 * Folders that may not be written to, for an ordinary user: root may write everywhere, so where
 * root tries this, the program runs as nobody.
 */
final class ReadOnly {

  private static final String NOBODY = "65534";
  private static final String DENIED = "may not be written by this user.";

  private ReadOnly() {}

  static List<Trial> trials(Setting setting) {
    List<Trial> trials =
        List.of(
            new Trial("no folder yet", ground -> refused(ground, "..", "explore")),
            new Trial(
                "a complete output folder",
                ground -> refused(ground.finished(Extent.DATA), ".", "explore")),
            new Trial(
                "the staging area",
                ground -> {
                  ground.finished(Extent.DATA);
                  Files.createDirectories(ground.root().resolve(".staging"));
                  refused(ground, ".staging", "--set", "explore.samples=7", "explore");
                }),
            new Trial(
                "a stage's folder",
                ground ->
                    refused(
                        ground.finished(Extent.DATA),
                        "2-explore",
                        "--set",
                        "explore.samples=7",
                        "explore")),
            new Trial(
                "runs.jsonl",
                ground -> {
                  ground.finished(Extent.DATA);
                  Files.writeString(ground.root().resolve("runs.jsonl"), "");
                  refused(ground, "runs.jsonl", "explore");
                }));
    return setting.scale().some(trials, 1, setting.random());
  }

  /**
   * Runs as an ordinary user.
   *
   * @param locked what that user may not write, seen from the pipeline's output folder
   */
  private static void refused(Ground ground, String locked, String... arguments) throws Exception {
    Program ordinary = ordinary(ground);
    Path path = ground.root().resolve(locked).normalize();
    Files.createDirectories(ground.output());
    handOver(ground.output());
    boolean folder = Files.isDirectory(path);
    Files.setPosixFilePermissions(
        path, PosixFilePermissions.fromString(folder ? "r-xr-xr-x" : "r--r--r--"));

    Ended run = ground.run(ordinary, arguments);

    assertThat(run.exitCode()).as("%s", run).isEqualTo(1);
    assertThat(run.err()).as("%s", run).contains(DENIED);
    Aftermath.assertPlain(run);
    CommandLineRun verify = ground.ask("verify");
    assertThat(verify.exitCode()).as("%s", verify).isZero();
    Files.setPosixFilePermissions(
        path, PosixFilePermissions.fromString(folder ? "rwxr-xr-x" : "rw-r--r--"));
    Aftermath.isGood(ground, Extent.DATA);
  }

  private static Program ordinary(Ground ground) throws Exception {
    if (!"root".equals(System.getProperty("user.name"))) {
      return ground.program();
    }
    Program nobody =
        ground
            .program()
            .after(
                "setpriv",
                "--reuid=" + NOBODY,
                "--regid=" + NOBODY,
                "--clear-groups",
                "env",
                "HOME=/tmp");
    Ended version = Running.start(nobody.with(List.of("--version")), ground.log()).ended();
    if (version.exitCode() != 0) {
      throw new NotTried("root may write everywhere, and nobody may not read the program");
    }
    return nobody;
  }

  private static void handOver(Path folder) throws Exception {
    if (!"root".equals(System.getProperty("user.name"))) {
      return;
    }
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.toList()) {
        Files.setAttribute(path, "unix:uid", Integer.parseInt(NOBODY));
      }
    }
  }
}
