package stoffprobe.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stoffprobe.Sample;
import stoffprobe.config.DatasetSettings.SourceFile;

/** Doctor must not find a data set where another one with files of the same names lies. */
final class DataSetCheckTest {

  @TempDir private Path cache;

  @Test
  void filesOfTheSameNamesWithOtherContentAreNotTheDataSet() throws IOException {
    Path folder = Files.createDirectory(cache.resolve("stoffprobe"));
    for (SourceFile file : Sample.dataset().files().all()) {
      Files.writeString(folder.resolve(file.name()), "another data set");
    }

    Finding finding =
        new DataSetCheck(
                Sample.dataset(), Optional.empty(), Map.of("XDG_CACHE_HOME", cache.toString()))
            .examine();

    assertThat(finding.state()).isEqualTo(Finding.State.WORKS);
    assertThat(finding.found()).endsWith(" in " + Sample.folder());
  }
}
