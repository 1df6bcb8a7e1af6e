package stoffprobe.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import stoffprobe.config.DatasetSettings;
import stoffprobe.config.PipelineReader;
import stoffprobe.engine.Host;

/** Advice has to stand where something can be done, and there alone. */
final class DoctorTest {

  private static final Host HOST = new Host("17", "Debian", "Linux", "a processor", 8);

  @Test
  void everyPartIsLookedAtOnceAndAdviceStandsWhereSomethingIsMissing() throws Exception {
    List<Finding> findings =
        new Doctor(HOST, Map.of("TF_DETERMINISTIC_OPS", "1"))
            .examine(dataset(), Optional.empty(), false);

    assertThat(findings)
        .extracting(Finding::subject)
        .startsWith(
            "machine",
            "operating system",
            "Java",
            "memory for Java",
            "fonts",
            "TensorFlow's library",
            "TensorFlow")
        .contains("TF_ENABLE_ONEDNN_OPTS", "TF_DETERMINISTIC_OPS", "GPU")
        .endsWith("data set")
        .doesNotHaveDuplicates();
    assertThat(findings)
        .allMatch(
            finding -> finding.advice().isEmpty() == (finding.state() == Finding.State.WORKS));
    assertThat(finding(findings, "machine").found()).isEqualTo("a processor, 8 cores");
    assertThat(finding(findings, "TensorFlow").state()).isEqualTo(Finding.State.WORKS);
  }

  @Test
  void aFlagThatTheLauncherDidNotSetIsFound() throws Exception {
    List<Finding> findings =
        new Doctor(HOST, Map.of("TF_DETERMINISTIC_OPS", "1", "TF_ENABLE_ONEDNN_OPTS", "0"))
            .examine(dataset(), Optional.empty(), false);

    assertThat(finding(findings, "TF_DETERMINISTIC_OPS").state()).isEqualTo(Finding.State.WORKS);
    assertThat(finding(findings, "TF_ENABLE_ONEDNN_OPTS").state())
        .isEqualTo(Finding.State.OPTIONAL);
    assertThat(finding(findings, "TF_ENABLE_ONEDNN_OPTS").found()).isEqualTo("0");
  }

  private static DatasetSettings dataset() throws Exception {
    return PipelineReader.read(Path.of("pipelines/smoke.yaml"), List.of()).dataset();
  }

  private static Finding finding(List<Finding> findings, String subject) {
    return findings.stream().filter(f -> f.subject().equals(subject)).findFirst().orElseThrow();
  }
}
