package stoffprobe.evaluate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.csv.CSVPrinter;
import stoffprobe.data.BrokenFileException;
import stoffprobe.data.Csv;
import stoffprobe.data.LabelledImages;
import stoffprobe.data.Npy;
import stoffprobe.engine.Workspace;
import stoffprobe.filters.FilterBank;
import stoffprobe.filters.FilterResponse;
import stoffprobe.filters.FilterSurvey;
import stoffprobe.filters.FirstConvolution;
import stoffprobe.filters.KernelPattern;
import stoffprobe.model.Normalization;
import stoffprobe.model.NormalizationJson;

/**
 * The filters of each first convolution: {@code filters-<model>.csv}, a row a filter, and {@code
 * filter-maps-<model>.npy}, uint8 {@code [filters, rows, columns]}, where each responds in the
 * first test image. Nothing is written for a model that starts otherwise, or whose training left no
 * filters since it was accepted from an earlier version.
 */
record FilterFiles(Workspace workspace, LabelledImages test, int classes) {

  static final String KERNEL = "first-convolution.npy";
  static final String BIAS = "first-convolution-bias.npy";

  private static final int KERNEL_DIMENSIONS = 4;

  /** Writes the files of a model. */
  void write(Subject subject) throws IOException {
    Optional<FirstConvolution> place = FirstConvolution.of(subject.layers());
    Path kernel = workspace.input(subject.folder(), KERNEL);
    if (place.isEmpty() || !Files.exists(kernel)) {
      return;
    }
    int channels = test.images().channels();
    FilterBank bank = read(place.get(), kernel, workspace.input(subject.folder(), BIAS), channels);
    Normalization normalization =
        NormalizationJson.read(workspace.input("3-preprocess", "normalization.json"));
    float[] factors = normalization.factors(channels);
    float[] offsets = normalization.offsets(channels);
    write(subject, bank, FilterSurvey.of(bank, test, factors, offsets, classes));
    Npy.write(
        workspace.output("filter-maps-" + subject.model() + ".npy"),
        FilterSurvey.maps(bank, test.images(), 0, factors, offsets));
  }

  private static FilterBank read(FirstConvolution place, Path kernel, Path bias, int channels)
      throws IOException {
    try {
      return new FilterBank(
          place, Npy.readFloats(kernel, KERNEL_DIMENSIONS), Npy.readFloats(bias, 1), channels);
    } catch (IllegalArgumentException e) {
      BrokenFileException broken =
          new BrokenFileException(
              kernel + " holds " + e.getMessage() + ". Run the stage that writes it again.");
      broken.initCause(e);
      throw broken;
    }
  }

  private void write(Subject subject, FilterBank bank, List<FilterResponse> responses)
      throws IOException {
    try (CSVPrinter csv =
        Csv.create(
            workspace.output("filters-" + subject.model() + ".csv"),
            "filter",
            "kind",
            "kind_share",
            "direction",
            "tone",
            "images",
            "positions",
            "responding",
            "responding_share",
            "mean_response",
            "strongest_class_index",
            "strongest_class_mean_response",
            "strongest_response",
            "image",
            "row",
            "column",
            "size")) {
      for (int f = 0; f < bank.filters(); f++) {
        KernelPattern pattern = KernelPattern.of(bank.kernel(f), bank.side(), bank.channels());
        FilterResponse response = responses.get(f);
        FilterResponse.Patch patch = response.patch();
        csv.printRecord(
            f,
            word(pattern.kind()),
            pattern.share(),
            pattern.direction().isPresent() ? pattern.direction().getAsDouble() : "",
            pattern.tone().map(FilterFiles::word).orElse(""),
            response.images(),
            response.positions(),
            response.responding(),
            response.share(),
            response.mean(),
            response.strongestClass().isPresent() ? response.strongestClass().getAsInt() : "",
            response.classMean(),
            response.strongest(),
            patch.image(),
            patch.row(),
            patch.column(),
            patch.size());
      }
    }
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
