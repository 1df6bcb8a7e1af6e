package stoffprobe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import stoffprobe.engine.FolderLock;
import stoffprobe.engine.LockedException;
import stoffprobe.statistics.SeedSpread;
import stoffprobe.sweep.Home;
import stoffprobe.sweep.RunRecord;
import stoffprobe.sweep.Task;
import stoffprobe.sweep.Workers;

/** A sweep of four real trainings, and what becomes of it; the tests go on from one another. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class SweepTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SETTINGS = "seeds: [1, 2]\nmodels: [plain, mlp]\n";

  @TempDir private static Path folder;
  private static SmallSweep sweep;
  private static List<RunRecord> first;

  @BeforeAll
  static void runAll() throws Exception {
    sweep = new SmallSweep(folder, SETTINGS);
    first = sweep.run();
  }

  @Test
  @Order(1)
  void eachRunTellsWhatCameOfIt() throws Exception {
    assertThat(first)
        .extracting(RunRecord::run)
        .containsExactly("plain-seed-1", "mlp-seed-1", "plain-seed-2", "mlp-seed-2");
    assertThat(first).allMatch(RunRecord::done);
    assertThat(first).extracting(RunRecord::weightsSha256).doesNotHaveDuplicates();
    JsonNode json = JSON.readTree(run("mlp-seed-2").resolve("run.json").toFile());
    JsonNode metrics =
        JSON.readTree(run("mlp-seed-2").resolve("5-evaluate/metrics.json").toFile())
            .at("/models/mlp");
    assertThat(json.at("/weights_sha256")).isEqualTo(metrics.at("/weights_sha256"));
    assertThat(json.at("/metrics/accuracy")).isEqualTo(metrics.at("/accuracy"));
    assertThat(json.at("/seed").asInt()).isEqualTo(2);
    assertThat(json.at("/state").asText()).isEqualTo("done");
    assertThat(json.at("/parameters").asInt()).isEqualTo(52_650);
    assertThat(json.at("/train_seconds").asDouble()).isPositive();
  }

  @Test
  @Order(2)
  void dataAreThereOnceAndTakeNoFurtherSpace() throws Exception {
    Set<Object> files = new HashSet<>();
    for (String id : List.of("mlp-seed-1", "plain-seed-2")) {
      Path images = run(id).resolve("3-preprocess/train-images.npy");
      files.add(Files.readAttributes(images, "unix:ino").get("ino"));
    }
    Path prepared = sweep.root().resolve("data/3-preprocess/train-images.npy");
    files.add(Files.readAttributes(prepared, "unix:ino").get("ino"));
    assertThat(files).hasSize(1);
  }

  @Test
  @Order(3)
  void aRunStandsAlone() {
    Path yaml = sweep.root().resolve("runs/mlp-seed-1.yaml");
    CommandLineRun status =
        CommandLineRun.of("verify", yaml.toString(), "--output", runs().toString());
    assertThat(status.exitCode()).as(status.out() + status.err()).isZero();
  }

  @Test
  @Order(4)
  void theMeansAreThoseOfTheRuns() throws Exception {
    JsonNode json = JSON.readTree(sweep.root().resolve("sweep.json").toFile());
    double one = accuracy("mlp-seed-1");
    double two = accuracy("mlp-seed-2");
    JsonNode mlp = json.at("/variants/1/metrics/accuracy");
    assertThat(mlp.at("/mean").asDouble()).isEqualTo((one + two) / 2);
    assertThat(mlp.at("/min").asDouble()).isEqualTo(Math.min(one, two));
    assertThat(json.at("/comparisons/0/seeds")).hasSize(2);
    List<String> lines = Files.readAllLines(sweep.root().resolve("runs.csv"));
    assertThat(lines).hasSize(5);
    assertThat(lines.get(0)).startsWith("run,model,seed,state,attempts,");
    assertThat(sweep.root().resolve("sweep.html")).content().contains("plain-seed-1");
  }

  @Test
  @Order(5)
  void whatIsDoneIsNotDoneAgain() throws Exception {
    int before = sweep.begun;
    assertThat(sweep.run()).isEqualTo(first);
    assertThat(sweep.begun).isEqualTo(before);
  }

  @Test
  @Order(6)
  void aFurtherSeedIsAllThatIsTrained() throws Exception {
    int before = sweep.begun;
    sweep.write("seeds: [2, 3]\nmodels: [plain]\n");
    List<RunRecord> records = sweep.run();
    assertThat(sweep.begun).isEqualTo(before + 1);
    assertThat(records).extracting(RunRecord::run).containsExactly("plain-seed-2", "plain-seed-3");
    assertThat(records.get(0)).isEqualTo(first.get(2));
    sweep.write(SETTINGS);
  }

  @Test
  @Order(7)
  void aDamagedResultIsMadeAnew() throws Exception {
    int before = sweep.begun;
    Path csv = run("plain-seed-1").resolve("5-evaluate/predictions-plain.csv");
    byte[] bytes = Files.readAllBytes(csv);
    bytes[bytes.length / 2] ^= 1;
    Files.write(csv, bytes);
    Files.writeString(run("mlp-seed-1").resolve("run.json"), "{\"run\": \"mlp");
    List<RunRecord> records = sweep.run();
    assertThat(sweep.begun).isEqualTo(before + 2);
    assertThat(records)
        .extracting(RunRecord::weightsSha256, RunRecord::metrics)
        .isEqualTo(first.stream().map(r -> tuple(r.weightsSha256(), r.metrics())).toList());
  }

  @Test
  @Order(8)
  void aChangedSettingMakesItsRunsStale() throws Exception {
    int before = sweep.begun;
    sweep.write(SETTINGS + "grid: {models.plain.training.batch: [50]}\n");
    List<RunRecord> records = sweep.run();
    assertThat(sweep.begun).as("the MLP stays").isEqualTo(before + 2);
    assertThat(records.get(0).values()).containsEntry("models.plain.training.batch", "50");
    assertThat(records.get(0).weightsSha256()).isNotEqualTo(first.get(0).weightsSha256());
    sweep.write(SETTINGS);
  }

  @Test
  @Order(9)
  void aRunThatFailsIsBegunAgainAndTheOthersCount() throws Exception {
    Workers stumbling = new Stumbling(sweep.new InThisProcess(), 1);
    List<RunRecord> records = sweep.run(stumbling, 1, true);
    assertThat(records).allMatch(RunRecord::done);
    assertThat(records).extracting(RunRecord::attempts).containsExactly(1, 2, 1, 1);

    List<RunRecord> worse = sweep.run(new Stumbling(sweep.new InThisProcess(), 5), 1, true);
    assertThat(worse).extracting(RunRecord::done).containsExactly(true, false, true, true);
    assertThat(worse.get(1).reason()).isEqualTo("it stumbled.");
    JsonNode json = JSON.readTree(sweep.root().resolve("sweep.json").toFile());
    assertThat(json.at("/variants/1/failed").asInt()).isEqualTo(1);
    assertThat(json.at("/comparisons/0/seeds")).hasSize(1);
    assertThat(Files.readString(sweep.root().resolve("runs.csv"))).contains(",failed,2,");

    int before = sweep.begun;
    assertThat(sweep.run()).allMatch(RunRecord::done);
    assertThat(sweep.begun).as("only that one is left to do").isEqualTo(before + 1);
  }

  @Test
  @Order(10)
  void anInterruptionCostsNoRunThatIsDone() throws Exception {
    SmallSweep other = new SmallSweep(Files.createDirectory(folder.resolve("other")), SETTINGS);
    Workers interrupted = new Interrupted(other.new InThisProcess());
    assertThatThrownBy(() -> other.run(interrupted, 3, false))
        .isInstanceOf(InterruptedIOException.class);
    assertThat(other.begun).isEqualTo(2);
    assertThat(other.run())
        .extracting(RunRecord::weightsSha256)
        .isEqualTo(first.stream().map(RunRecord::weightsSha256).toList());
    assertThat(other.begun).isEqualTo(4);
  }

  @Test
  @Order(11)
  void twoSweepsAtOnceDoNotMix() throws Exception {
    FolderLock lock = FolderLock.of(sweep.root(), Clock.systemUTC());
    try {
      assertThatThrownBy(sweep::run).isInstanceOf(LockedException.class);
    } finally {
      lock.close();
    }
  }

  @Test
  @Order(12)
  void otherDataMakeAllRunsStale() throws Exception {
    Path data = Files.createDirectories(folder.resolve("data"));
    try (Stream<Path> files = Files.list(Sample.folder())) {
      for (Path file : files.filter(path -> path.toString().endsWith(".gz")).toList()) {
        String name = String.valueOf(file.getFileName()).replace(".gz", "");
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
          Files.copy(in, data.resolve(name));
        }
      }
    }
    Path root = Files.createDirectory(folder.resolve("own"));
    SmallSweep own = SmallSweep.on(data, root, "seeds: [1]\nmodels: [plain]\n");
    assertThat(own.run().get(0).weightsSha256()).isEqualTo(first.get(0).weightsSha256());
    try (FileChannel images =
        FileChannel.open(data.resolve("train-images-idx3-ubyte"), StandardOpenOption.WRITE)) {
      images.write(ByteBuffer.wrap(new byte[] {100, 100, 100}), 5000);
    }

    assertThat(own.run().get(0).weightsSha256()).isNotEqualTo(first.get(0).weightsSha256());
    assertThat(own.begun).isEqualTo(2);
  }

  @Test
  @Order(13)
  void sciPyAgreesWithEveryStatistic() throws Exception {
    String python = Recheck.python();
    String script = "src/test/python/recheck_sweep.py";
    sweep.write("seeds: [1, 2, 3]\nmodels: [plain, mlp]\ngrid: {training.epochs: [1, 2]}\n");
    assertThat(sweep.run()).hasSize(12).allMatch(RunRecord::done);

    Recheck recheck = Recheck.of(python, script, sweep.root());

    assertThat(recheck.output()).contains(" values compared, 0 differ");
    assertThat(recheck.exitCode()).as(recheck.output()).isZero();
    Path json = sweep.root().resolve("sweep.json");
    for (String field : List.of("image_variance", "sign_flip_p", "deviation", "upsets")) {
      String text = Files.readString(json);
      Files.writeString(json, text.replaceFirst("(\"" + field + "\" : )", "$17"));
    }
    recheck = Recheck.of(python, script, sweep.root());
    assertThat(recheck.output()).contains(" values compared, 4 differ");
    assertThat(recheck.exitCode()).isEqualTo(1);
  }

  @Test
  @Order(14)
  void nightsTakeTheirTolerancesFromIt() throws Exception {
    sweep.write("seeds: [1, 2, 3]\nmodels: [plain, mlp]\n");
    List<RunRecord> records = sweep.run();
    String base = folder.resolve("base.yaml").toString();
    String output = folder.resolve("nights").toString();
    String from = sweep.root().toString();
    assertThat(nightly(base, output, "--calibrate-from", from).err()).contains("no baseline");
    assertThat(nightly(base, output, "--accept-baseline").exitCode()).isZero();

    CommandLineRun calibrated = nightly(base, output, "--calibrate-from", from);

    assertThat(calibrated.out()).as(calibrated.err()).contains("calibrated on seeds [1, 2, 3]");
    JsonNode calibration =
        JSON.readTree(folder.resolve("nights/smoke/nightly/baseline.json").toFile())
            .at("/calibration");
    double[] accuracies =
        records.stream()
            .filter(record -> record.model().equals("mlp"))
            .mapToDouble(record -> record.metrics().get("accuracy"))
            .toArray();
    assertThat(calibration.at("/deviations/mlp/accuracy").asDouble())
        .isEqualTo(SeedSpread.of(accuracies).deviation());
    // The variant with one epoch has the same settings, and stands in for its namesake.
    Files.delete(run("mlp-seed-3").resolve("run.json"));
    assertThat(nightly(base, output, "--calibrate-from", from).out()).contains("[1, 2, 3]");
    try (DirectoryStream<Path> all = Files.newDirectoryStream(runs(), "mlp-*seed-3")) {
      for (Path run : all) {
        Files.deleteIfExists(run.resolve("run.json"));
      }
    }
    assertThat(nightly(base, output, "--calibrate-from", from).err()).contains("has 2 seeds with");
  }

  private static CommandLineRun nightly(String base, String output, String... more) {
    return CommandLineRun.of(
        Stream.concat(Stream.of("nightly", base, "--output", output), Stream.of(more))
            .toArray(String[]::new));
  }

  /** Fails {@code mlp-seed-1} some times, and carries out all others. */
  private static final class Stumbling implements Workers {

    private final SmallSweep.InThisProcess workers;
    private int failures;

    Stumbling(SmallSweep.InThisProcess workers, int failures) {
      this.workers = workers;
      this.failures = failures;
    }

    @Override
    public void carryOut(List<Task> tasks, Path prepared, Home home) throws IOException {
      for (Task task : tasks) {
        if (task.id().equals("mlp-seed-1") && failures-- > 0) {
          home.failed(task, "it stumbled.");
        } else {
          workers.carryOut(task, prepared, home);
        }
      }
    }

    @Override
    public String description() {
      return "a process that stumbles";
    }
  }

  /** Is interrupted after two runs. */
  private record Interrupted(SmallSweep.InThisProcess workers) implements Workers {

    @Override
    public void carryOut(List<Task> tasks, Path prepared, Home home) throws IOException {
      for (Task task : tasks.subList(0, 2)) {
        workers.carryOut(task, prepared, home);
      }
      throw new InterruptedIOException("Interrupted.");
    }

    @Override
    public String description() {
      return "a process that is interrupted";
    }
  }

  private static double accuracy(String id) throws IOException {
    return JSON.readTree(run(id).resolve("run.json").toFile()).at("/metrics/accuracy").asDouble();
  }

  private static Path runs() {
    return sweep.root().resolve("runs");
  }

  private static Path run(String id) {
    return runs().resolve(id);
  }
}
