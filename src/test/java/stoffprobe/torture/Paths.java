package stoffprobe.torture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Names that a careless program stumbles on, and a locale that has no umlauts. */
final class Paths {

  private static final String NAME = "mit Leerzeichen, Ümläuten & 'Zitat\" $HOME *";

  private Paths() {}

  static List<Trial> trials(Setting setting) {
    if (setting.scale() == Scale.SHORT) {
      return List.of(new Trial("spaces and umlauts", ground -> run(ground, Extent.DATA)));
    }
    return List.of(
        new Trial("spaces and umlauts", ground -> run(ground, Extent.ALL)),
        new Trial(
            "spaces and umlauts, LC_ALL=C",
            ground -> run(ground, Extent.ALL, "env", "LC_ALL=C", "LANG=C", "LC_CTYPE=C")),
        new Trial(
            "spaces and umlauts, no locale",
            ground ->
                run(ground, Extent.DATA, "env", "-u", "LC_ALL", "-u", "LANG", "-u", "LC_CTYPE")),
        new Trial("the launcher by a link in such a folder", Paths::byLink));
  }

  private static void run(Ground ground, Extent extent, String... environment) throws Exception {
    if (!Charset.forName(System.getProperty("sun.jnu.encoding")).newEncoder().canEncode('Ü')) {
      throw new NotTried("this process itself can't name such a path");
    }
    ground.output(ground.folder().resolve(NAME));
    Program program = ground.program().after(environment);
    Ended run = ground.run(program, extent.named());
    assertThat(run.exitCode()).as("%s", run).isZero();
    assertThat(ground.root().resolve("1-ingest")).isDirectory();
    if (extent == Extent.ALL) {
      assertThat(run.out().strip()).isEqualTo(ground.root() + "/6-report/report.html");
    }
    Aftermath.isGood(ground, extent);
  }

  private static void byLink(Ground ground) throws Exception {
    Path folder = Files.createDirectories(ground.folder().resolve(NAME));
    Path link =
        Files.createSymbolicLink(
            folder.resolve("stoffprobe"), Path.of(ground.program().command().get(0)));
    ground.output(folder.resolve("output"));
    Ended run = ground.run(Program.launcher(link), "explore", "preprocess");
    assertThat(run.exitCode()).as("%s", run).isZero();
    Aftermath.isGood(ground, Extent.DATA);
  }
}
