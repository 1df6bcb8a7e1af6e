package stoffprobe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stoffprobe.config.PipelineFile;
import stoffprobe.config.PipelineReader;
import stoffprobe.engine.FolderLock;
import stoffprobe.engine.LockedException;
import stoffprobe.engine.StageException;
import stoffprobe.nightly.Night;
import stoffprobe.nightly.NightView;
import stoffprobe.nightly.Nightly;
import stoffprobe.nightly.Rerun;
import stoffprobe.nightly.StageMatch;
import stoffprobe.nightly.Verdict.Kind;

/**
 * Nights of a real pipeline, small enough to be run a dozen times: one MLP, one epoch, on the
 * sample, without its report. The runs take place in this process.
 */
final class NightsTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** All but the report, which takes longer than all others together. */
  private static final List<String> STAGES =
      List.of("ingest", "explore", "preprocess", "train-mlp", "evaluate");

  /** What the page shows has its own tests. */
  private static final NightView PAGE =
      (night, nights) -> night.verdict().line() + " on night " + nights.size();

  /** A run and its baseline, made once and copied for each test. */
  @TempDir private static Path accepted;

  @TempDir private Path folder;

  private Path file;
  private Path output;

  @BeforeAll
  static void acceptABaseline() throws Exception {
    Path file = pipeline(accepted, Sample.folder());
    Night night =
        nightly(file, accepted.resolve("output"), List.of())
            .run(Optional.of(new Nightly.Acceptance("someone", "first night")));
    assertThat(night.verdict().kind()).isEqualTo(Kind.NOT_COMPARABLE);
    assertThat(night.verdict().line()).contains("no baseline yet");
  }

  @BeforeEach
  void copyTheBaseline() throws Exception {
    file = pipeline(folder, Sample.folder());
    output = folder.resolve("output");
    Files.createDirectories(nights());
    try (Stream<Path> files = Files.list(accepted.resolve("output/small/nightly"))) {
      for (Path path : files.filter(Files::isRegularFile).toList()) {
        Files.copy(path, nights().resolve(path.getFileName()));
      }
    }
  }

  @Test
  void aSecondNightReproducesTheFirstBitForBit() throws Exception {
    Night night = night();

    assertThat(night.verdict().line()).isEqualTo("reproduced bit for bit");
    assertThat(night.comparison().stages())
        .extracting(StageMatch::stage)
        .containsExactlyElementsOf(STAGES);
    assertThat(night.comparison().stages()).allMatch(StageMatch::same);
    assertThat(night.comparison().stages().get(3).compared()).isGreaterThan(2);
    assertThat(night.repetition().same()).isTrue();
    assertThat(night.repetition().weightsSha256()).matches("[0-9a-f]{64}");
    assertThat(nights().resolve("run")).as("nothing to look at").doesNotExist();
    JsonNode json = JSON.readTree(nights().resolve("nightly.json").toFile());
    assertThat(json.at("/schema").asText()).isEqualTo("stoffprobe-nightly/1");
    assertThat(json.at("/verdict/kind").asText()).isEqualTo("reproduced");
    assertThat(json.at("/baseline/by").asText()).isEqualTo("someone");
    assertThat(json.at("/baseline/reason").asText()).isEqualTo("first night");
    assertThat(Files.readAllLines(nights().resolve("history.jsonl"))).hasSize(2);
    assertThat(nights().resolve("nightly.html")).hasContent("reproduced bit for bit on night 2");
    assertThat(Files.readString(nights().resolve("nightly.xml")))
        .contains("failures=\"0\"", "skipped=\"0\"", "mlp trained twice gives the same weights");
  }

  @Test
  void aChangedSeedIsNotComparable() throws Exception {
    Night night = night("seed=43");

    assertThat(night.verdict().kind()).isEqualTo(Kind.NOT_COMPARABLE);
    assertThat(night.verdict().line())
        .isEqualTo("not comparable: parameters changed: seed: 42 -> 43; first in explore");
  }

  @Test
  void aChangedLearningRateIsNotComparableFromTheTrainingOn() throws Exception {
    assertThat(night("training.learning-rate=0.002").verdict().line())
        .isEqualTo(
            "not comparable: parameters changed: training.learning-rate: 0.001 -> 0.002; first in"
                + " train-mlp");
  }

  @Test
  void aChangedByteOfTheDataIsNotComparable() throws Exception {
    Path changed = Files.createDirectories(folder.resolve("changed"));
    try (Stream<Path> files = Files.list(Sample.folder())) {
      for (Path path : files.filter(Files::isRegularFile).toList()) {
        Files.copy(path, changed.resolve(path.getFileName()));
      }
    }
    Path packed = changed.resolve("train-images-idx3-ubyte.gz");
    try (InputStream in = new GZIPInputStream(Files.newInputStream(packed))) {
      byte[] bytes = in.readAllBytes();
      bytes[5000] ^= 1;
      Files.write(changed.resolve("train-images-idx3-ubyte"), bytes);
    }
    Files.delete(packed);
    file = pipeline(folder, changed);

    Night night = night();

    assertThat(night.verdict().kind()).isEqualTo(Kind.NOT_COMPARABLE);
    assertThat(night.verdict().line())
        .startsWith("not comparable: data changed: train-images-idx3-ubyte: ")
        .endsWith("; first in ingest");
  }

  @Test
  void otherThreadsGiveTheSameBitsAndAreNamed() throws Exception {
    Night night = night("training.threads=1");

    assertThat(night.verdict().kind()).isEqualTo(Kind.REPRODUCED);
    assertThat(night.verdict().line())
        .isEqualTo(
            Runtime.getRuntime().availableProcessors() == 1
                ? "reproduced bit for bit"
                : "reproduced bit for bit (environment changed: threads: "
                    + Runtime.getRuntime().availableProcessors()
                    + " -> 1)");
  }

  @Test
  void otherCodeWithTheSameBitsIsNamedAndWithOthersNotComparable() throws Exception {
    edit(
        baseline ->
            ((ObjectNode) stage(baseline, "train-mlp").at("/code"))
                .put("stoffprobe.train", "0".repeat(64)));

    assertThat(night().verdict().line())
        .startsWith("reproduced bit for bit (code changed: stoffprobe.train: 000000000000 -> ");

    edit(this::otherWeights);

    assertThat(night().verdict().line())
        .startsWith("not comparable: code changed: stoffprobe.train: 000000000000 -> ")
        .endsWith("; results differ from train-mlp on");
  }

  @Test
  void otherBitsAreADriftUntilTolerancesAreMeasured() throws Exception {
    edit(this::otherWeights);
    edit(baseline -> ((ObjectNode) baseline.at("/trial/models/mlp/metrics")).put("ece", 0.5));

    Night drift = night();
    assertThat(drift.verdict().kind()).isEqualTo(Kind.DRIFT);
    assertThat(drift.verdict().line()).contains("no tolerance measured", "in train-mlp");
    assertThat(nights().resolve("run/small/5-evaluate/metrics.json")).as("kept").exists();
    assertThat(Files.readString(nights().resolve("nightly.xml")))
        .contains("<failure message=\"0.5 -&gt; ");

    List<Path> runs = new ArrayList<>();
    nightly(file, output, List.of(), runs).calibrate(3);
    assertThat(runs).hasSize(3);

    Night again = night();
    double tolerance = again.comparison().models().get(0).metrics().get(0).tolerance();
    assertThat(tolerance).isPositive();
    assertThat(again.baseline().seeds()).isEqualTo(3);
    edit(
        baseline -> {
          for (JsonNode value : baseline.at("/calibration/tolerances")) {
            ((ObjectNode) value).put("ece", 0.6);
          }
        });
    assertThat(night().verdict().line())
        .startsWith("bits differ, metrics within tolerance: mlp ece 0.5000 -> ")
        .endsWith("first difference in train-mlp");
  }

  @Test
  void aNightThatFailsIsRecordedAndLeavesTheBaseline() throws Exception {
    byte[] baseline = Files.readAllBytes(nights().resolve("baseline.json"));
    Rerun failing =
        (where, overrides, forced) -> {
          throw new StageException("the run was killed");
        };

    Night night = nightly(file, output, failing).run(Optional.of(acceptance()));

    assertThat(night.verdict().kind().exitCode()).isEqualTo(1);
    assertThat(night.verdict().line()).isEqualTo("failed: the run was killed");
    assertThat(nights().resolve("baseline.json")).hasBinaryContent(baseline);
    assertThat(Files.readAllLines(nights().resolve("history.jsonl"))).hasSize(2);
    assertThat(Files.readString(nights().resolve("nightly.xml"))).contains("failures=\"1\"");
  }

  @Test
  void aNewBaselineIsWhatLaterNightsAreComparedWith() throws Exception {
    Night changed = nightly(file, output, List.of("seed=43")).run(Optional.of(acceptance()));

    assertThat(changed.verdict().kind()).isEqualTo(Kind.NOT_COMPARABLE);
    assertThat(night("seed=43").verdict().line()).isEqualTo("reproduced bit for bit");
    assertThat(Files.readAllLines(nights().resolve("baselines.jsonl"))).hasSize(2);
  }

  @Test
  void twoNightsAtOnceDoNotMix() throws Exception {
    FolderLock other = FolderLock.of(nights(), Clock.systemUTC());
    try {
      assertThatThrownBy(this::night)
          .isInstanceOf(LockedException.class)
          .hasMessageContaining("nightly is in use by")
          .hasMessageNotContaining("--wait"); // which a night does not know
    } finally {
      other.close();
    }
  }

  @Test
  void whatAKilledNightLeftIsNotUsed() throws Exception {
    Path left = nights().resolve("run/small/4-train-mlp");
    Files.createDirectories(left);
    Files.writeString(left.resolve("manifest.json"), "{");

    assertThat(night().verdict().line()).isEqualTo("reproduced bit for bit");
  }

  private Night night(String... overrides) throws Exception {
    return nightly(file, output, Arrays.asList(overrides)).run(Optional.empty());
  }

  private Path nights() {
    return output.resolve("small/nightly");
  }

  private static Nightly.Acceptance acceptance() {
    return new Nightly.Acceptance("someone else", "because");
  }

  private void otherWeights(JsonNode baseline) {
    ((ObjectNode) stage(baseline, "train-mlp").at("/results")).put("weights", "1".repeat(64));
  }

  private static JsonNode stage(JsonNode baseline, String name) {
    for (JsonNode stage : baseline.at("/trial/stages")) {
      if (stage.at("/stage").asText().equals(name)) {
        return stage;
      }
    }
    throw new AssertionError("no stage " + name);
  }

  /** Something that the baseline holds. */
  @FunctionalInterface
  private interface Edit {
    void in(JsonNode baseline);
  }

  private void edit(Edit edit) throws IOException {
    Path json = nights().resolve("baseline.json");
    JsonNode baseline = JSON.readTree(json.toFile());
    edit.in(baseline);
    JSON.writeValue(json.toFile(), baseline);
  }

  private static Nightly nightly(Path file, Path output, List<String> overrides) throws Exception {
    return nightly(file, output, overrides, new ArrayList<>());
  }

  private static Nightly nightly(Path file, Path output, List<String> overrides, List<Path> runs)
      throws Exception {
    Rerun inThisProcess =
        (where, more, forced) -> {
          runs.add(where);
          List<String> command = new ArrayList<>(List.of("run", file.toString()));
          command.addAll(forced.isEmpty() ? STAGES : forced);
          command.addAll(List.of("--output", where.toString()));
          if (!forced.isEmpty()) {
            command.add("--force");
          }
          Stream.concat(overrides.stream(), more.stream())
              .forEach(override -> command.addAll(List.of("--set", override)));
          CommandLineRun run = CommandLineRun.of(command.toArray(String[]::new));
          if (run.exitCode() != 0) {
            throw new StageException(run.err());
          }
        };
    return new Nightly(subject(file, output, overrides), inThisProcess, Clock.systemUTC(), PAGE);
  }

  private static Nightly nightly(Path file, Path output, Rerun rerun) throws Exception {
    return new Nightly(subject(file, output, List.of()), rerun, Clock.systemUTC(), PAGE);
  }

  private static Nightly.Subject subject(Path file, Path output, List<String> overrides)
      throws Exception {
    PipelineFile pipeline = PipelineReader.read(file, overrides);
    return new Nightly.Subject(
        pipeline.name(),
        file,
        pipeline.seed(),
        Pipeline.stages(pipeline, Optional.empty()).stream()
            .filter(stage -> STAGES.contains(stage.name()))
            .toList(),
        output.resolve(pipeline.name()));
  }

  /** The smoke pipeline without its CNN, its second epoch and its hashes. */
  private static Path pipeline(Path folder, Path data) throws IOException {
    String smoke = Files.readString(Path.of("pipelines/smoke.yaml"));
    String small =
        smoke
            .replace("pipeline: smoke", "pipeline: small")
            .replaceAll(", sha256: [0-9a-f]{64}", "")
            .replace("epochs: 2", "epochs: 1")
            .replace("src/test/resources/fashion-mnist-sample", data.toString());
    Path file = folder.resolve("small.yaml");
    return Files.writeString(file, small.substring(0, small.indexOf("  cnn:")));
  }
}
