package stoffprobe.report;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import stoffprobe.config.ClassNames;
import stoffprobe.config.PreprocessSettings;
import stoffprobe.data.Images;
import stoffprobe.data.Labels;
import stoffprobe.data.Npy;
import stoffprobe.engine.Environment;
import stoffprobe.engine.Progress;
import stoffprobe.engine.Workspace;
import stoffprobe.report.facts.Run;
import stoffprobe.report.facts.RunFolder;

/** Writes the files of all stages before the report, for results that a test makes up. */
record SyntheticRun(
    String title, ClassNames classes, List<SyntheticModel> models, PreprocessSettings preprocess) {

  static final ClassNames FASHION =
      new ClassNames(
          List.of(
              "T-shirt/Top",
              "Hose",
              "Pullover",
              "Kleid",
              "Mantel",
              "Sandale",
              "Hemd",
              "Sneaker",
              "Tasche",
              "Stiefel"),
          List.of(
              "T-shirt/top",
              "Trouser",
              "Pullover",
              "Dress",
              "Coat",
              "Sandal",
              "Shirt",
              "Sneaker",
              "Bag",
              "Ankle boot"));

  static final List<Integer> GOOD = List.of(88, 98, 88, 93, 88, 98, 79, 97, 98, 95);
  static final List<Integer> FAIR = List.of(84, 97, 80, 89, 78, 96, 68, 95, 97, 93);

  static final String NO_WARNINGS =
      """
      {"near_duplicates": {"threshold": 0.99, "test_images": 0, "percent": 0.0, "other_class": 0},
       "imbalance": {"threshold": 1.5, "largest": {"class_index": 0, "count": 6000},
         "smallest": {"class_index": 0, "count": 6000}, "found": false},
       "few_images": {"threshold_train": 100, "threshold_test": 30, "classes": []},
       "brightness": {"threshold_percent": 55.0, "percent": 20.0, "found": false},
       "sizes": {"threshold_percent": 90.0, "threshold_percent_elsewhere": 10.0, "classes": []}}
      """;

  private static final int IMAGES = 40;

  static SyntheticRun fashion(SyntheticModel... models) {
    return new SyntheticRun("FashionMNIST", FASHION, List.of(models), PreprocessSettings.DEFAULT);
  }

  Run.About about() {
    return new Run.About(
        "fashion-mnist",
        title,
        classes,
        models.stream().map(SyntheticModel::settings).toList(),
        42,
        preprocess);
  }

  Report report() {
    return new Report(about(), Map.of("stoffprobe", "1.0"), new Environment(Map.of(), Map.of()));
  }

  /** Writes the files, runs the stage on them, and returns its folder. */
  Path render(Path root) throws IOException {
    write(root);
    Path staging = Files.createDirectories(root.resolve(Report.FOLDER));
    report().run(new Workspace(root, staging, Progress.NONE));
    return staging;
  }

  /** Writes the files anew and reads them. */
  Run read(Path root) throws IOException {
    try (Stream<Path> old = Files.walk(root)) {
      for (Path path : old.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
    write(root);
    return Run.read(new RunFolder(root), about());
  }

  void write(Path root) throws IOException {
    ingest(Files.createDirectories(root.resolve("1-ingest")));
    explore(Files.createDirectories(root.resolve("2-explore")));
    Path prepared = Files.createDirectories(root.resolve("3-preprocess"));
    write(prepared, "normalization.json", "{\"scale\": 255, \"mean\": 0.5, \"std\": 0.5}");
    write(prepared, "leakage.json", "{\"train_test\": {\"shared\": 0, \"images\": []}}");
    SyntheticExamples examples = new SyntheticExamples(classes, models);
    examples.writeImages(prepared);
    manifest(prepared, "preprocess", "00:03", 2.1);
    for (int i = 0; i < models.size(); i++) {
      SyntheticModel model = models.get(i);
      Path folder = Files.createDirectories(root.resolve("4-train-" + model.name()));
      train(folder, model);
      new SyntheticFilters(model).writeTraining(folder);
      String outputs =
          "{\"path\": \"history.csv\", \"bytes\": 900}, {\"path\": \"saved_model/variables\","
              + " \"bytes\": %d}".formatted(4 * model.parameters());
      manifest(folder, "train-" + model.name(), "01:0" + i % 10, model.trainSeconds() + 5, outputs);
    }
    Path evaluated = Files.createDirectories(root.resolve("5-evaluate"));
    new SyntheticMetrics(classes, models).write(evaluated);
    examples.write(evaluated);
    new SyntheticCertainty(models).write(evaluated);
    for (SyntheticModel model : models) {
      new SyntheticFilters(model).write(evaluated);
    }
    manifest(evaluated, "evaluate", "02:00", 6.6);
  }

  private void ingest(Path folder) throws IOException {
    ByteBuffer pixels = ByteBuffer.allocate(IMAGES * 28 * 28);
    byte[] labels = new byte[IMAGES];
    for (int i = 0; i < IMAGES; i++) {
      labels[i] = (byte) ((9 + i) % classes.count());
      for (int y = 0; y < 28; y++) {
        for (int x = 0; x < 28; x++) {
          double distance = Math.hypot(y - 13.5, (x - 13.5) * (1 + labels[i] / 6.0));
          pixels.put((byte) (distance < 12 ? 90 + labels[i] * 7 + x * 3 : 0));
        }
      }
    }
    Npy.write(folder.resolve("train-images.npy"), new Images(pixels.flip(), IMAGES, 28, 28));
    Npy.write(folder.resolve("train-labels.npy"), new Labels(labels));
    String file =
        "\"%s\": {\"source\": \"the Debian package dataset-fashion-mnist\", \"path\": \"x\","
            + " \"bytes\": 47040016, \"sha256\": \"%s\"}";
    write(
        folder,
        "source.json",
        "{\"files\": {"
            + file.formatted("train-images", "c59f".repeat(16))
            + ", "
            + file.formatted("train-labels", "bad3".repeat(16))
            + "}, \"license\": \"MIT\"}");
    manifest(folder, "ingest", "00:00", 4.2);
  }

  private void explore(Path folder) throws IOException {
    StringBuilder counts = new StringBuilder("split,class_index,class_name,count,percent\n");
    for (String split : List.of("train", "test")) {
      for (int c = 0; c < classes.count(); c++) {
        int count = split.equals("train") ? 6000 : 1000;
        counts.append(
            "%s,%d,%s,%d,%s\n"
                .formatted(split, c, csv(classes.de().get(c)), count, 100.0 / classes.count()));
      }
    }
    write(folder, "class-counts.csv", counts.toString());
    StringBuilder samples = new StringBuilder("position,index,class_index,class_name\n");
    for (int i = 0; i < 15; i++) {
      int label = (9 + i * 2) % classes.count();
      samples.append(i + "," + i * 2 + "," + label + "," + csv(classes.de().get(label)) + "\n");
    }
    write(folder, "samples.csv", samples.toString());
    write(folder, "first-image.txt", ("  0  12 136 255".repeat(7) + "\n").repeat(28) + "9\n");
    long train = 6000L * classes.count();
    String split =
        "{\"count\": %d, \"percent\": %s, \"pixel_mean\": 72.9, \"pixel_std\": 90.0,"
            + " \"duplicates\": %d}";
    write(
        folder,
        "statistics.json",
        "{\"train\": "
            + split.formatted(train, 600.0 / 7, 43)
            + ", \"test\": "
            + split.formatted(train / 6, 100.0 / 7, 1)
            + ", \"shared_between_splits\": 0}");
    write(folder, "warnings.json", NO_WARNINGS);
    manifest(folder, "explore", "00:01", 1.4);
  }

  private void train(Path folder, SyntheticModel model) throws IOException {
    StringBuilder history =
        new StringBuilder(
            "epoch,train_loss,test_loss,test_macro_f1_batch_mean,test_accuracy_batch_mean,"
                + "test_macro_f1,test_accuracy,train_seconds,test_seconds\n"
                + "0,,2.31,0.04,0.101,0.05,0.0971,,0.3\n");
    int epochs = model.trainLoss().size();
    for (int e = 0; e < epochs; e++) {
      double accuracy = model.accuracy() - 0.012 * (epochs - 1 - e);
      history.append(
          "%d,%s,%s,%s,%s,%s,%s,%s,0.4\n"
              .formatted(
                  e + 1,
                  model.trainLoss().get(e),
                  model.testLoss().get(e),
                  accuracy - 0.011,
                  accuracy,
                  accuracy - 0.001,
                  accuracy,
                  model.trainSeconds() / epochs));
    }
    write(folder, "history.csv", history.toString());
    write(folder, "architecture.txt", "layers of " + model.name() + "\n");
    write(
        folder,
        "training.json",
        "{\"model\": \"%s\", \"parameters\": %d, \"device\": \"cpu\", \"device_name\": \"\","
                .formatted(model.name(), model.parameters())
            + " \"threads\": 2, \"shards\": 2, \"epochs\": %d, \"batch\": 64,".formatted(epochs)
            + " \"optimizer\": \"adam\", \"learning_rate\": 0.001, \"tensorflow\": \"2.18.0\","
            + " \"seconds\": %s, \"train_seconds\": %s, \"examples_per_second\": 11450.2}"
                .formatted(model.trainSeconds() + 5, model.trainSeconds()));
  }

  private static void manifest(Path folder, String stage, String time, double seconds)
      throws IOException {
    manifest(folder, stage, time, seconds, "");
  }

  private static void manifest(
      Path folder, String stage, String time, double seconds, String outputs) throws IOException {
    write(
        folder,
        "manifest.json",
        ("{\"schema\": \"stoffprobe-manifest/1\", \"stage\": \"%s\", \"fingerprint\": \"f\","
                + " \"inputs\": {}, \"parameters\": {\"seed\": 42}, \"code\": {\"%s\": \"1\"},"
                + " \"environment\": {\"jdk\": \"17.0.17\", \"processor\": \"x86-64\"},"
                + " \"outputs\": [%s], \"started\": \"2026-03-14T09:%s.5Z\", \"seconds\": %s}")
            .formatted(stage, stage, outputs, time, seconds));
  }

  static String csv(String text) {
    return "\"" + text.replace("\"", "\"\"") + "\"";
  }

  static void write(Path folder, String name, String text) throws IOException {
    Files.write(folder.resolve(name), text.getBytes(StandardCharsets.UTF_8));
  }

  /** Class names in any number. */
  static ClassNames numbered(int count) {
    List<String> de = IntStream.range(0, count).mapToObj(i -> "Klasse " + i).toList();
    List<String> en = IntStream.range(0, count).mapToObj(i -> "class " + i).toList();
    return new ClassNames(de, en);
  }
}
