package stoffprobe.nightly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static stoffprobe.nightly.Trials.START;
import static stoffprobe.nightly.Trials.baseline;
import static stoffprobe.nightly.Trials.calibration;
import static stoffprobe.nightly.Trials.trial;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What nights leave on disk comes back as it was, and what is damaged is said to be. */
final class NightFilesTest {

  @TempDir Path folder;

  @Test
  void theHistoryOutlivesTornLines() throws Exception {
    History history = new History(folder.resolve("history.jsonl"));
    assertThat(history.nights()).isEmpty();
    PastNight night =
        new PastNight(
            START,
            12.5,
            Judge.failed("no \"disk\""),
            List.of(new PastNight.StageCost("ingest", 1.5, null)),
            Map.of("mlp", Trials.model("w", 0.875, 0.36)));
    history.add(night);
    String line = Files.readString(folder.resolve("history.jsonl"));
    Files.writeString(
        folder.resolve("history.jsonl"),
        line.substring(0, line.length() / 2),
        StandardOpenOption.APPEND);
    Files.writeString(folder.resolve("history.jsonl"), "\n{}\n7\n", StandardOpenOption.APPEND);
    history.add(night);

    assertThat(history.nights()).containsExactly(night, night);
  }

  @Test
  void aBaselineComesBackAsItWas() throws Exception {
    BaselineFile file = new BaselineFile(folder);
    assertThat(file.read()).isEmpty();
    Baseline baseline = baseline(calibration(0.01, 0.02));
    file.accept(baseline);

    Baseline read = file.read().orElseThrow();
    assertThat(read.by()).isEqualTo("someone");
    assertThat(read.calibration()).isEqualTo(baseline.calibration());
    assertThat(read.answers()).isEqualTo(baseline.answers());
    assertThat(Changes.between(read.trial(), trial())).isEmpty();
    assertThat(Recipe.of(read.trial())).isEqualTo(Recipe.of(trial()));
    assertThat(Files.readString(folder.resolve("baselines.jsonl")))
        .contains("\"by\":\"someone\"", "\"reason\":\"first\"", START.toString())
        .endsWith("\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "{}", "[]", "null", "{\"accepted\":\"yesterday\"}"})
  void aDamagedBaselineIsNamedAndWhatToDo(String text) throws Exception {
    Files.writeString(folder.resolve("baseline.json"), text);

    assertThatThrownBy(() -> new BaselineFile(folder).read())
        .isInstanceOf(IOException.class)
        .hasMessageContaining("baseline.json is damaged")
        .hasMessageContaining("--accept-baseline");
  }

  @Test
  void aCutBaselineIsDamagedToo() throws Exception {
    new BaselineFile(folder).accept(baseline(null));
    Path file = folder.resolve("baseline.json");
    byte[] whole = Files.readAllBytes(file);
    for (int length = 0; length < whole.length; length += 7) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> new BaselineFile(folder).read()).isInstanceOf(IOException.class);
    }
  }
}
