package stoffprobe.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import stoffprobe.statistics.Interval;

/**
 * How sure the made-up models are: from the surest image to the least sure one their largest
 * probability falls from 1 to 0.3, and every other of the least sure images is wrong.
 */
record SyntheticCertainty(List<SyntheticModel> models) {

  private static final int BINS = 15;

  void write(Path evaluated) throws IOException {
    StringBuilder bins =
        new StringBuilder(
            "model,bin,low,high,count,confidence,accuracy,accuracy_low,accuracy_high\n");
    StringBuilder coverage =
        new StringBuilder(
            "model,percent,images,threshold,correct,accuracy,accuracy_low,accuracy_high\n");
    for (SyntheticModel model : models) {
      for (int bin = 0; bin < BINS; bin++) {
        bins.append(bin(model, bin));
      }
      for (int percent = 1; percent <= 100; percent++) {
        coverage.append(coverage(model, percent));
      }
    }
    SyntheticRun.write(evaluated, "reliability.csv", bins.toString());
    SyntheticRun.write(evaluated, "coverage.csv", coverage.toString());
  }

  private static String bin(SyntheticModel model, int bin) {
    int count = 0;
    int correct = 0;
    double sum = 0;
    for (int rank = 0; rank < images(model); rank++) {
      double confidence = confidence(model, rank);
      if (Math.ceil(confidence * BINS) - 1 == bin) {
        count++;
        correct += right(model, rank) ? 1 : 0;
        sum += confidence;
      }
    }
    String start =
        "%s,%d,%s,%s,%d,"
            .formatted(model.name(), bin, bin / (double) BINS, (bin + 1) / (double) BINS, count);
    return count == 0 ? start + ",,,\n" : start + sum / count + "," + share(correct, count) + "\n";
  }

  private static String coverage(SyntheticModel model, int percent) {
    int kept = (percent * images(model) + 99) / 100;
    int correct = 0;
    for (int rank = 0; rank < kept; rank++) {
      correct += right(model, rank) ? 1 : 0;
    }
    return "%s,%d,%d,%s,%d,%s\n"
        .formatted(
            model.name(),
            percent,
            kept,
            confidence(model, kept - 1),
            correct,
            share(correct, kept));
  }

  private static String share(int correct, int count) {
    Interval interval = Interval.wilson(correct, count);
    return (double) correct / count + "," + interval.low() + "," + interval.high();
  }

  private static int images(SyntheticModel model) {
    return model.classes() * SyntheticModel.SUPPORT;
  }

  private static double confidence(SyntheticModel model, int rank) {
    return 1 - 0.7 * Math.pow((double) rank / images(model), 2);
  }

  /** The last images are wrong, every other one as long as there are few errors. */
  private static boolean right(SyntheticModel model, int rank) {
    int errors = images(model) - model.hits();
    int fromEnd = images(model) - 1 - rank;
    return 2 * errors <= images(model)
        ? fromEnd % 2 == 1 || fromEnd >= 2 * errors
        : fromEnd >= errors;
  }
}
