package stoffprobe.filters;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import stoffprobe.data.Images;
import stoffprobe.data.LabelledImages;

/** Looks at some of the images through all filters of a first convolution. */
public final class FilterSurvey {

  /** So many images are looked at, or all if there are fewer. */
  public static final int IMAGES = 1000;

  /** Fewer images if they and the filters are large: about half a second's multiplications. */
  private static final long PRODUCTS = 2_000_000_000L;

  /** The brightest value of a map. */
  private static final int WHITE = 255;

  private final FilterBank bank;
  private final float[] factors;
  private final float[] offsets;
  private final long[] responding;
  private final float[] strongest;
  private final int[] image;
  private final int[] place;
  private final double[][] sums;
  private final int[] imagesOfClass;
  private int places;
  private int columns;

  private FilterSurvey(FilterBank bank, float[] factors, float[] offsets, int classes) {
    this.bank = bank;
    this.factors = factors.clone();
    this.offsets = offsets.clone();
    this.responding = new long[bank.filters()];
    this.strongest = new float[bank.filters()];
    this.image = new int[bank.filters()];
    this.place = new int[bank.filters()];
    this.sums = new double[classes][bank.filters()];
    this.imagesOfClass = new int[classes];
    Arrays.fill(strongest, Float.NEGATIVE_INFINITY);
  }

  /**
   * What the filters respond to in up to {@link #IMAGES} images, spread evenly over all.
   *
   * @param factors what the network multiplies a value of 0 to 255 with, by channel
   * @param offsets what it adds then
   * @param classes how many there are; every label is below
   * @return a response a filter; of places alike, a patch is the first
   */
  public static List<FilterResponse> of(
      FilterBank bank, LabelledImages images, float[] factors, float[] offsets, int classes) {
    FilterSurvey survey = new FilterSurvey(bank, factors, offsets, classes);
    int count = looked(bank, images.images());
    for (int i = 0; i < count; i++) {
      int index = (int) ((long) i * images.count() / count);
      survey.look(images.images(), index, images.labels().get(index));
    }
    return survey.responses(count);
  }

  /**
   * Where each filter responds in one image: {@code [filters, rows, columns]}, 0 where it does not,
   * 255 the strongest response of all filters.
   */
  public static Images maps(
      FilterBank bank, Images images, int index, float[] factors, float[] offsets) {
    Plane plane = Plane.of(images, index, factors, offsets).through(bank.place().before());
    float[] responses = bank.respond(plane);
    float most = 0;
    for (float response : responses) {
      most = Math.max(most, response);
    }
    int rows = bank.place().places(plane.height());
    int wide = bank.place().places(plane.width());
    byte[] maps = new byte[responses.length];
    for (int i = 0; i < responses.length && most > 0; i++) {
      int at = i % bank.filters() * rows * wide + Math.floorDiv(i, bank.filters());
      maps[at] = (byte) Math.round(WHITE * Math.max(responses[i], 0) / most);
    }
    return new Images(ByteBuffer.wrap(maps), bank.filters(), rows, wide);
  }

  private static int looked(FilterBank bank, Images images) {
    long products = (long) images.size() * bank.side() * bank.side() * bank.filters();
    return (int) Math.min(Math.min(IMAGES, images.count()), Math.max(1, PRODUCTS / products));
  }

  private void look(Images images, int index, int label) {
    Plane plane = Plane.of(images, index, factors, offsets).through(bank.place().before());
    float[] responses = bank.respond(plane);
    int filters = bank.filters();
    columns = bank.place().places(plane.width());
    places = Math.floorDiv(responses.length, filters);
    imagesOfClass[label]++;
    for (int i = 0; i < responses.length; i += filters) {
      for (int f = 0; f < filters; f++) {
        float response = responses[i + f];
        if (response > 0) {
          responding[f]++;
          sums[label][f] += response;
        }
        if (response > strongest[f]) {
          strongest[f] = response;
          image[f] = index;
          place[f] = Math.floorDiv(i, filters);
        }
      }
    }
  }

  private List<FilterResponse> responses(int count) {
    List<FilterResponse> responses = new ArrayList<>();
    for (int f = 0; f < bank.filters(); f++) {
      responses.add(response(f, count));
    }
    return List.copyOf(responses);
  }

  private FilterResponse response(int f, int count) {
    double sum = 0;
    double classMean = 0;
    OptionalInt strongestClass = OptionalInt.empty();
    for (int c = 0; c < sums.length; c++) {
      sum += sums[c][f];
      double mean = sums[c][f] / Math.max(1, (double) imagesOfClass[c] * places);
      if (mean > classMean) {
        classMean = mean;
        strongestClass = OptionalInt.of(c);
      }
    }
    long positions = (long) count * places;
    return new FilterResponse(
        count,
        positions,
        responding[f],
        sum / positions,
        strongestClass,
        classMean,
        strongest[f],
        patch(f));
  }

  private FilterResponse.Patch patch(int f) {
    int scale = bank.place().scale();
    int padding = bank.place().padding();
    return new FilterResponse.Patch(
        image[f],
        (Math.floorDiv(place[f], columns) - padding) * scale,
        (place[f] % columns - padding) * scale,
        bank.side() * scale);
  }
}
