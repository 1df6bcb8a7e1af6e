package stoffprobe.report.facts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import stoffprobe.data.BrokenFileException;
import stoffprobe.data.FloatArray;
import stoffprobe.data.Images;
import stoffprobe.data.Npy;

/**
 * The filters of a model's first convolution, and what they respond to.
 *
 * @param filters in their order in the network, at least one
 * @param weights {@code [side, side, channels, filters]}
 * @param maps where each responds in the first test image: 0 nowhere, 255 the strongest of all
 */
public record FirstFilters(List<Filter> filters, FloatArray weights, Images maps) {

  private static final int KERNEL_DIMENSIONS = 4;

  public FirstFilters {
    filters = List.copyOf(filters);
  }

  /** What a filter's weights look for, as {@code filters-<model>.csv} names it. */
  public enum Kind {
    EDGE,
    LINE,
    SPOT,
    BRIGHTNESS,
    COLOUR,
    MIXED,
    NONE;

    private static Kind of(Path file, String word) throws BrokenFileException {
      return Arrays.stream(values())
          .filter(kind -> kind.name().toLowerCase(Locale.ROOT).equals(word))
          .findFirst()
          .orElseThrow(() -> JsonFile.broken(file, "it names the unknown kind '" + word + "'"));
    }
  }

  /**
   * A row of the file.
   *
   * @param number from 0
   * @param kindShare of its weights' energy that the kind's part has
   * @param direction in degrees against the clock from the right; none where the kind has none
   * @param bright or dark; none where the kind has no tone
   * @param images that were looked at
   * @param responding places at which it responds
   * @param share of all places
   * @param mean response over all places
   * @param strongestClass whose images it responds to most on average; none for a dead filter
   * @param patch where its largest value was
   */
  public record Filter(
      int number,
      Kind kind,
      double kindShare,
      OptionalDouble direction,
      Optional<Boolean> bright,
      int images,
      long responding,
      double share,
      double mean,
      OptionalInt strongestClass,
      Patch patch) {

    /** Whether it responds nowhere. */
    public boolean dead() {
      return responding == 0;
    }
  }

  /** A square of a test image, which may reach beyond it, and the filter's value there. */
  public record Patch(int image, int row, int column, int size, double value) {}

  /**
   * Reads the files of a model.
   *
   * @param classes how many there are
   * @return nothing if its first layer with weights is no convolution
   */
  static Optional<FirstFilters> read(RunFolder run, String model, int classes) throws IOException {
    Path file = run.evaluate("filters-" + model + ".csv");
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    List<Filter> filters = CsvFile.read(file, row -> filter(file, row, classes));
    FloatArray weights =
        Npy.readFloats(run.train(model, "first-convolution.npy"), KERNEL_DIMENSIONS);
    Images maps = Npy.readImages(run.evaluate("filter-maps-" + model + ".npy"));
    if (filters.isEmpty()
        || filters.size() != weights.size(KERNEL_DIMENSIONS - 1)
        || filters.size() != maps.count()) {
      throw JsonFile.broken(
          file,
          "it holds %d filters, but there are the weights of %d and the maps of %d"
              .formatted(filters.size(), weights.size(KERNEL_DIMENSIONS - 1), maps.count()));
    }
    return Optional.of(new FirstFilters(filters, weights, maps));
  }

  /** Rows and columns of a filter. */
  public int side() {
    return weights.size(0);
  }

  /** Channels of the images that they look at: 1 for grey, 3 for colour. */
  public int channels() {
    return weights.size(2);
  }

  /** The weights of a filter, row by row, of each place all channels. */
  public List<Float> weights(int filter) {
    int all = filters.size();
    return IntStream.range(0, side() * side() * channels())
        .mapToObj(i -> weights.get(i * all + filter))
        .toList();
  }

  /** The live filters of a kind. */
  public List<Filter> live(Kind kind) {
    return filters.stream().filter(f -> !f.dead() && f.kind() == kind).toList();
  }

  /** The filters that respond nowhere. */
  public List<Filter> dead() {
    return filters.stream().filter(Filter::dead).toList();
  }

  /** The filters that respond somewhere. */
  public List<Filter> live() {
    return filters.stream().filter(f -> !f.dead()).toList();
  }

  private static Filter filter(Path file, CsvFile.Row row, int classes) throws BrokenFileException {
    String tone = row.text("tone");
    String strongest = row.text("strongest_class_index");
    OptionalInt strongestClass =
        strongest.isEmpty()
            ? OptionalInt.empty()
            : OptionalInt.of(row.index("strongest_class_index"));
    if (strongestClass.isPresent() && strongestClass.getAsInt() >= classes) {
      throw JsonFile.broken(file, "it names a class beyond the " + classes + " known ones");
    }
    return new Filter(
        row.index("filter"),
        Kind.of(file, row.text("kind")),
        row.number("kind_share"),
        row.optionalNumber("direction"),
        tone.isEmpty() ? Optional.empty() : Optional.of(tone.equals("bright")),
        row.index("images"),
        row.whole("responding"),
        row.number("responding_share"),
        row.number("mean_response"),
        strongestClass,
        new Patch(
            row.index("image"),
            row.index("row"),
            row.index("column"),
            row.index("size"),
            row.number("strongest_response")));
  }
}
