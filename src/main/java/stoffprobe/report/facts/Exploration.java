package stoffprobe.report.facts;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.IntStream;
import stoffprobe.data.Images;
import stoffprobe.data.Npy;

/**
 * What {@code 2-explore} holds.
 *
 * @param shared images that occur in both splits
 * @param trainCounts images a class, by index
 * @param testCounts the same of the test set
 * @param firstImage the first observation as numbers; its label is told beside it, in words
 * @param firstLabel its class
 * @param warnings what to watch for
 */
public record Exploration(
    Split train,
    Split test,
    long shared,
    List<ClassCount> trainCounts,
    List<ClassCount> testCounts,
    List<SampleImage> samples,
    String firstImage,
    int firstLabel,
    DataWarnings warnings) {

  public Exploration {
    trainCounts = List.copyOf(trainCounts);
    testCounts = List.copyOf(testCounts);
    samples = List.copyOf(samples);
  }

  /**
   * One split.
   *
   * @param percent its share of all images
   * @param pixelMean mean of its pixels, in colour of all their values, 0 to 255
   * @param channels in colour mean and deviation of red, of green and of blue; else none
   * @param duplicates images that occurred before in it
   */
  public record Split(
      long count,
      double percent,
      double pixelMean,
      double pixelStd,
      List<Channel> channels,
      long duplicates) {

    public Split {
      channels = List.copyOf(channels);
    }

    private static Split read(JsonFile json) throws IOException {
      return new Split(
          json.whole("count"),
          json.number("percent"),
          json.number("pixel_mean"),
          json.number("pixel_std"),
          channels(json),
          json.whole("duplicates"));
    }

    private static List<Channel> channels(JsonFile json) throws IOException {
      if (!json.has("channel_means")) {
        return List.of();
      }
      List<Double> means = json.numbers("channel_means", Images.COLOUR);
      List<Double> stds = json.numbers("channel_stds", Images.COLOUR);
      return IntStream.range(0, means.size())
          .mapToObj(i -> new Channel(means.get(i), stds.get(i)))
          .toList();
    }
  }

  /** The values of one colour, 0 to 255. */
  public record Channel(double mean, double std) {}

  /** How many images of a split a class has, and which percentage of the split that is. */
  public record ClassCount(String split, int classIndex, long count, double percent) {}

  /**
   * One of the randomly drawn training images.
   *
   * @param index its place in the training set
   */
  public record SampleImage(int position, int index, int classIndex) {}

  /** Reads the stage's files. */
  public static Exploration read(RunFolder run) throws IOException {
    JsonFile statistics = JsonFile.read(run.explore("statistics.json"));
    List<ClassCount> counts =
        CsvFile.read(
            run.explore("class-counts.csv"),
            row ->
                new ClassCount(
                    row.text("split"),
                    row.index("class_index"),
                    row.whole("count"),
                    row.number("percent")));
    List<SampleImage> samples =
        CsvFile.read(
            run.explore("samples.csv"),
            row ->
                new SampleImage(
                    row.index("position"), row.index("index"), row.index("class_index")));
    return new Exploration(
        Split.read(statistics.object("train")),
        Split.read(statistics.object("test")),
        statistics.whole("shared_between_splits"),
        of("train", counts),
        of("test", counts),
        samples,
        Files.readString(run.explore("first-image.txt")).replaceFirst("\nLabel: .*\\s*$", "\n"),
        Npy.readLabels(run.ingest("train-labels.npy")).get(0),
        DataWarnings.read(run.explore("warnings.json")));
  }

  private static List<ClassCount> of(String split, List<ClassCount> counts) {
    return counts.stream().filter(count -> count.split().equals(split)).toList();
  }
}
