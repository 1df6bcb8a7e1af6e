package stoffprobe;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stoffprobe.data.Idx;
import stoffprobe.data.Images;
import stoffprobe.predict.Classification;
import stoffprobe.predict.Classifier;

/**
 * A real master, real workers, and what befalls them: nothing may be lost, and nothing come twice.
 */
final class SparkClusterTest {

  private static final int IMAGES = 30_000;

  @TempDir private Path folder;

  @Test
  void aPredictionOutlivesAnExecutorADriverAndUsesAWorkerThatComesLate() throws Exception {
    Images images = Idx.readImages(Sample.folder().resolve("t10k-images-idx3-ubyte.gz")).values();
    writePixels(images);
    Path answers = folder.resolve("answers.parquet");
    String[] predict = {
      "predict",
      folder.resolve("pixels.parquet").toString(),
      "--to",
      answers.toString(),
      "--model-folder",
      SmokeModel.folder().toString(),
      "--spark-set",
      "spark.sql.files.maxPartitionBytes=100000"
    };
    try (Machines machines = Machines.start(folder)) {
      Process first = machines.worker("first");
      Process killed = machines.program("killed.log", predict);
      machines.until(() -> partsWritten() > 0);
      killed.destroyForcibly().waitFor();
      assertThat(answers).as("half a table").doesNotExist();

      Process driver = machines.program("driver.log", predict);
      machines.until(() -> partsWritten() > 0);
      Process late = machines.worker("late");
      machines.until(() -> !Machines.executors(late).isEmpty());
      int before = partsWritten();
      machines.until(() -> partsWritten() > before + 2);
      assertThat(driver.isAlive()).isTrue();
      Machines.executors(first).forEach(Machines::kill);

      assertThat(driver.waitFor()).as(machines.log("driver.log")).isZero();
      assertThat(machines.log("driver.log"))
          .contains("is lost, its tasks are done again")
          .doesNotContain("\tat ")
          .contains(IMAGES + " images are classified");
    }
    assertEachOnceAndRight(Tables.read(answers), images);
  }

  @Test
  void aSweepOutlivesAnExecutorAndADriver() throws Exception {
    Path file = folder.resolve("sweep.yaml");
    Files.writeString(file, "base: pipelines/smoke.yaml\nseeds: [1, 2, 3]\nmodels: [mlp, cnn]\n");
    Path output = folder.resolve("spark");
    String[] sweep = {"sweep", file.toString(), "--output", output.toString()};
    List<ProcessHandle> orphans = new ArrayList<>();
    Map<String, String> home;
    try (Machines machines = Machines.start(folder)) {
      Process first = machines.worker("first");
      Process second = machines.worker("second");
      Process killed = machines.program("killed.log", sweep);
      machines.until(() -> !weights(output).isEmpty());
      killed.destroyForcibly().waitFor();
      machines.until(
          () -> Machines.executors(first).isEmpty() && Machines.executors(second).isEmpty());
      home = finished(output);
      assertThat(home).isNotEmpty().hasSizeLessThan(6);

      Process driver = machines.program("driver.log", sweep);
      machines.until(() -> Stream.of(first, second).anyMatch(SparkClusterTest::trains));
      Process victim = trains(first) ? first : second;
      Machines.executors(victim).forEach(executor -> orphans.addAll(Machines.kill(executor)));

      assertThat(driver.waitFor()).as(machines.log("driver.log")).isZero();
      assertThat(machines.log("driver.log"))
          .contains("6 runs, " + home.size() + " of them done before")
          .contains("is lost, its tasks are done again")
          .doesNotContain("\tat ");
      machines.until(() -> orphans.stream().noneMatch(ProcessHandle::isAlive));
      assertThat(orphans).as("processes of runs").isNotEmpty();
    }
    assertThat(finished(output)).containsAllEntriesOf(home);
    CommandLineRun here =
        CommandLineRun.of(
            "sweep", file.toString(), "--output", folder.resolve("processes").toString());
    assertThat(here.exitCode()).as(here.err()).isZero();
    assertThat(weights(output)).hasSize(6).isEqualTo(weights(folder.resolve("processes")));
  }

  /** Whether an executor has a training under way. */
  private static boolean trains(Process worker) {
    return Machines.executors(worker).stream()
        .flatMap(ProcessHandle::children)
        .anyMatch(process -> process.info().commandLine().orElse("").contains("RunMain"));
  }

  private void writePixels(Images images) {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < IMAGES; i++) {
      rows.add(RowFactory.create("%06d".formatted(i), images.copy(i % images.count())));
    }
    StructType columns =
        new StructType().add("id", DataTypes.StringType).add("image", DataTypes.BinaryType);
    Tables.write(folder.resolve("pixels.parquet"), columns, 60, rows);
  }

  /** Files of tasks that are done, in the table that is being made. */
  private int partsWritten() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return (int)
          files
              .map(Path::toString)
              .filter(file -> file.contains(".part-") && file.contains("/task_"))
              .filter(file -> file.endsWith(".parquet"))
              .count();
    } catch (java.io.UncheckedIOException e) {
      return 0; // a folder was renamed meanwhile
    }
  }

  private static void assertEachOnceAndRight(List<Row> rows, Images images) throws IOException {
    assertThat(rows).hasSize(IMAGES);
    try (Classifier classifier = Classifier.open(SmokeModel.folder())) {
      List<Classification> expected = classifier.classify(images);
      for (int i = 0; i < IMAGES; i++) {
        Row row = rows.get(i);
        assertThat(row.getString(0)).isEqualTo("%06d".formatted(i));
        List<Float> probabilities = row.getList(row.fieldIndex("probabilities"));
        assertThat(probabilities).isEqualTo(expected.get(i % images.count()).probabilities());
      }
    }
  }

  /** The weights of runs that are home, by run. */
  private static Map<String, String> weights(Path output) throws IOException {
    Map<String, String> weights = new TreeMap<>();
    for (Path record : records(output)) {
      weights.put(
          record.getParent().getFileName().toString(),
          new ObjectMapper().readTree(record.toFile()).path("weights_sha256").asText());
    }
    return weights;
  }

  /** When runs were reported, by run. */
  private static Map<String, String> finished(Path output) throws IOException {
    Map<String, String> finished = new TreeMap<>();
    for (Path record : records(output)) {
      finished.put(
          record.getParent().getFileName().toString(),
          new ObjectMapper().readTree(record.toFile()).path("finished").asText());
    }
    return finished;
  }

  private static List<Path> records(Path output) throws IOException {
    Path runs = output.resolve("sweep/runs");
    if (!Files.exists(runs)) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(runs)) {
      return folders.map(run -> run.resolve("run.json")).filter(Files::exists).toList();
    }
  }
}
