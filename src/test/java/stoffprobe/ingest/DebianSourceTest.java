package stoffprobe.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stoffprobe.config.DatasetSettings.SourceFile;

class DebianSourceTest {

  private static final List<SourceFile> WANTED = Fixture.hashed().files().all();

  @TempDir Path folder;
  private final List<String> commands = new ArrayList<>();
  private int updateExit;
  private int downloadExit;

  /** apt-get and dpkg-deb as they leave their files. */
  private Commands.Result run(List<String> command, Path where, Duration limit) throws IOException {
    commands.add(String.join(" ", command));
    if (command.contains("update")) {
      return new Commands.Result(updateExit, "Hit:1\nE: no network\nW: ignored\n");
    }
    if (command.contains("download")) {
      if (downloadExit == 0) {
        Files.writeString(where.resolve("swatches_1_all.deb"), "deb");
      }
      return new Commands.Result(downloadExit, "Reading...\nE: Unable to locate package\n");
    }
    Path unpacked = Path.of(command.get(command.size() - 1));
    Path data = Files.createDirectories(unpacked.resolve("usr/share/datasets/swatches"));
    Files.write(data.resolve("train-i.gz"), new byte[] {1});
    Files.write(data.resolve("unrelated"), new byte[] {2});
    Files.createSymbolicLink(data.resolve("test-i"), Path.of("train-i.gz"));
    Path elsewhere = Files.createDirectories(unpacked.resolve("usr/share/doc"));
    Files.write(elsewhere.resolve("train-l"), new byte[] {3});
    return new Commands.Result(0, "");
  }

  @Test
  void takesTheWantedFilesOfThePackagesDataSetAndNoLinks() throws IOException {
    assertThat(new DebianSource("swatches", this::run).fetch(WANTED, folder)).isEmpty();

    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.filter(Files::isRegularFile)).containsExactly(folder.resolve("train-i.gz"));
    }
  }

  @Test
  void aptKeepsEverythingInTheGivenFolderAndInstallsNothing() throws IOException {
    new DebianSource("swatches", this::run).fetch(WANTED, folder);

    assertThat(commands).hasSize(3);
    assertThat(commands.get(0)).startsWith("apt-get -q ").endsWith(" update");
    assertThat(commands.get(1)).startsWith("apt-get -q ").endsWith(" download swatches");
    assertThat(commands.subList(0, 2))
        .allSatisfy(
            command ->
                assertThat(command)
                    .contains("-o Dir::State::Lists=" + folder)
                    .contains("-o Dir::Cache=" + folder)
                    .contains("-o APT::Sandbox::User=root"));
    assertThat(commands.get(2)).startsWith("dpkg-deb -x " + folder);
  }

  @Test
  void failedUpdateOfSomeOtherRepositoryDoesNotMatter() throws IOException {
    updateExit = 100;

    new DebianSource("swatches", this::run).fetch(WANTED, folder);

    assertThat(folder.resolve("train-i.gz")).exists();
  }

  @Test
  void failuresTellAptsOwnReason() {
    updateExit = 100;
    downloadExit = 100;

    assertThatThrownBy(() -> new DebianSource("swatches", this::run).fetch(WANTED, folder))
        .hasMessage(
            "apt-get update failed with exit code 100 (E: no network); apt-get download failed with"
                + " exit code 100 (E: Unable to locate package)");
  }

  @Test
  void missingProgramIsTheReason() {
    Commands missing =
        (command, where, limit) -> {
          throw new IOException(command.get(0) + " can't be started, it may not be installed");
        };

    assertThatThrownBy(() -> new DebianSource("swatches", missing).fetch(WANTED, folder))
        .hasMessage("apt-get can't be started, it may not be installed");
  }
}
