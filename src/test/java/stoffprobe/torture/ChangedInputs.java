package stoffprobe.torture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * An input that another program changes while a stage works with it. Guards against results, and
 * saved epochs, that were computed from what is gone.
 */
final class ChangedInputs {

  private static final String ARRAY = "3-preprocess/train-images.npy";

  private ChangedInputs() {}

  static List<Trial> trials(Setting setting) throws Exception {
    List<Trial> trials = new ArrayList<>();
    trials.add(new Trial("a source file while it is read", ChangedInputs::source));
    for (String stage : List.of("explore", "preprocess")) {
      trials.add(new Trial("an array of ingest, " + stage, ground -> array(ground, stage)));
    }
    if (setting.scale() == Scale.LONG) {
      trials.add(new Trial("an array during a training", ground -> training(ground, false)));
      trials.add(
          new Trial("an array during a training that is killed", ground -> training(ground, true)));
    }
    return setting.scale().some(trials, 1, setting.random());
  }

  /** Without hashes in the pipeline file, as with those no changed file is ever read. */
  private static void source(Ground ground) throws Exception {
    Path data = Files.createDirectories(ground.folder().resolve("data"));
    try (Stream<Path> files = Files.list(Path.of("src/test/resources/fashion-mnist-sample"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".gz")).toList()) {
        String name = file.getFileName().toString().replace(".gz", "");
        try (var in = new java.util.zip.GZIPInputStream(Files.newInputStream(file))) {
          Files.copy(in, data.resolve(name));
        }
      }
    }
    Path pipeline = ground.folder().resolve("smoke.yaml");
    Files.writeString(
        pipeline, Files.readString(Path.of(Ground.SMOKE)).replaceAll(", sha256: [0-9a-f]+", ""));
    ground.pipeline(pipeline.toString());
    ground.with("--data", data.toString());
    int step = step(ground, "CREATE", ".staging/1-ingest-", "ingest");
    Ground.delete(ground.root());
    String name = "train-images-idx3-ubyte";

    Ended run = ground.run(flip(step, data.resolve(name)), "ingest");

    assertRefused(run, name);
    assertThat(ground.root().resolve("1-ingest")).doesNotExist();
    ground.plain();
    Aftermath.isGood(ground, Extent.DATA);
  }

  private static void array(Ground ground, String stage) throws Exception {
    String array = "1-ingest/train-images.npy";
    String folder = Extent.FOLDERS.get(stage);
    int step = step(ground, "CREATE", ".staging/" + folder + "-", stage);
    Ground.delete(ground.root());
    ground.finished(Extent.INGEST);

    Ended run = ground.run(flip(step, ground.root().resolve(array)), stage);

    assertRefused(run, array);
    assertThat(ground.root().resolve(folder)).doesNotExist();
    Aftermath.isNamedAndRepaired(ground, Extent.DATA, array + " changed");
  }

  /** Long enough that the array changes in the middle; undisturbed once, for comparison. */
  private static void training(Ground ground, boolean killed) throws Exception {
    ground.with("--set", "training.epochs=60", "--set", "training.batch=16");
    ground.finished(Extent.DATA);
    Ended undisturbed = ground.run("train-mlp");
    assertThat(undisturbed.exitCode()).as("%s", undisturbed).isZero();
    Outcome expected = Outcome.of(ground.root(), List.of("4-train-mlp"));
    Ground.delete(ground.root());
    ground.finished(Extent.DATA);
    byte[] before = Files.readAllBytes(ground.root().resolve(ARRAY));

    Running run = ground.start(ground.program(), "train-mlp");
    run.await("Epoch 20/");
    Ground.flip(ground.root().resolve(ARRAY));
    if (killed) {
      run.lives(5); // within the epoch that reads it
      run.signal("KILL");
      assertThat(run.ended().exitCode()).isEqualTo(Ended.KILLED);
    } else {
      assertRefused(run.ended(), ARRAY);
    }

    assertThat(ground.root().resolve("4-train-mlp")).doesNotExist();
    Aftermath.isNamed(ground, ARRAY + " changed");
    Ended next = ground.run("train-mlp");
    assertThat(next.exitCode()).as("%s", next).isZero();
    assertThat(Files.readAllBytes(ground.root().resolve(ARRAY))).isEqualTo(before);
    Outcome now = Outcome.of(ground.root(), List.of("4-train-mlp"));
    assertThat(Outcome.differences(now, expected)).as("wrong results").isEmpty();
  }

  private static void assertRefused(Ended run, String path) {
    assertThat(run.exitCode()).as("%s", run).isEqualTo(1);
    assertThat(run.err())
        .as("%s", run)
        .contains(path + " changed while the stage worked with it. Nothing was published");
    Aftermath.assertPlain(run);
  }

  private static Program flip(int step, Path file) {
    return Program.withFault("FLIP " + step + " " + file);
  }

  /** The number of the first step of that kind and path in a run of {@code stage}. */
  private static int step(Ground ground, String kind, String path, String stage) throws Exception {
    if (ground.settings().isEmpty()) {
      ground.finished(Extent.INGEST);
    }
    List<String> steps = traced(ground, stage);
    for (int i = 0; i < steps.size(); i++) {
      if (steps.get(i).startsWith(kind) && steps.get(i).contains(path)) {
        return i + 1;
      }
    }
    throw new AssertionError("no step " + kind + " " + path + " in " + steps);
  }

  private static List<String> traced(Ground ground, String stage) throws Exception {
    Path trace = ground.folder().resolve("trace");
    Ended run = ground.run(Program.withFault("TRACE " + trace), stage);
    assertThat(run.exitCode()).as("%s", run).isZero();
    return lines(trace);
  }

  private static List<String> lines(Path file) throws IOException {
    return Files.readAllLines(file);
  }
}
