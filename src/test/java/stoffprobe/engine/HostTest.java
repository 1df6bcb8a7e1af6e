package stoffprobe.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostTest {

  @TempDir Path folder;

  @Test
  void readsTheNamesOfSystemAndProcessor() throws IOException {
    Path release =
        Files.writeString(
            folder.resolve("os-release"), "NAME=\"Other\"\nPRETTY_NAME=\"Some Linux 12\"\n");
    Path cpuinfo =
        Files.writeString(
            folder.resolve("cpuinfo"),
            "processor\t: 0\nmodel name\t: Fast CPU: 3.0\nmodel name\t: Other\n");

    Host host = Host.read(release, cpuinfo);

    assertThat(host.os()).isEqualTo("Some Linux 12");
    assertThat(host.processor()).isEqualTo("Fast CPU: 3.0");
  }

  @Test
  void missingFilesLeaveJavasOwnWords() {
    Host host = Host.read(folder.resolve("none"), folder.resolve("none"));

    assertThat(host.os()).isEqualTo(System.getProperty("os.name"));
    assertThat(host.processor()).isEqualTo(System.getProperty("os.arch"));
  }

  @Test
  void everythingIsNotedAndNothingDecides() {
    Environment environment = new Host("17", "Linux", "6.1", "CPU", 2).noted();

    assertThat(environment.decisive()).isEmpty();
    assertThat(environment.noted().keySet())
        .containsExactly("jdk", "os", "kernel", "processor", "cores");
    assertThat(environment.noted()).containsEntry("cores", "2").containsEntry("jdk", "17");
  }
}
