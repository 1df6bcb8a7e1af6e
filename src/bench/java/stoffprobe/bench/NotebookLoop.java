package stoffprobe.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import stoffprobe.bench.figures.Figure;
import stoffprobe.bench.figures.Side;
import stoffprobe.bench.process.Readings;

/**
 * The notebook's own loop, measured once: training an epoch and evaluating it, with its transforms
 * an image at a time.
 *
 * @param epochs how many are measured
 */
record NotebookLoop(Experiment experiment, int epochs) {

  /** Measures it where there is a Python that can run it, and says so where there is none. */
  void measure(Stand stand) throws IOException, InterruptedException {
    if (stand.programs().python().isEmpty()) {
      stand
          .notes()
          .add(
              "The notebook's own loop was not measured: no python3 with torch, torchvision and"
                  + " sklearn was found.");
      return;
    }
    double whole = 0;
    List<String> parts = new ArrayList<>();
    for (String model : Experiment.MODELS) {
      Readings readings =
          stand
              .measure(
                  stand
                      .programs()
                      .notebook("loop " + model, List.of(model, experiment.arrays(), epochs)))
              .readings();
      List<Double> train = readings.numbers("train_seconds");
      List<Double> test = readings.numbers("test_seconds");
      for (int i = 0; i < train.size(); i++) {
        stand.add(Metrics.epoch(model), Side.NOTEBOOK, train.get(i));
        stand.add(Metrics.epochWithTest(model), Side.NOTEBOOK, train.get(i) + test.get(i));
      }
      stand.versions().put("notebook_pytorch", readings.text("pytorch"));
      double median = median(stand, model);
      whole += experiment.epochs(model) * median;
      parts.add(experiment.epochs(model) + " x " + String.format(Locale.ROOT, "%.2f s", median));
    }
    stand.add(Metrics.WHOLE_RUN, Side.NOTEBOOK, whole);
    stand
        .notes()
        .add(
            "The notebook's whole run is computed, not measured: "
                + String.join(" + ", parts)
                + ", the median of "
                + epochs
                + " measured epochs of each model with their evaluation; its reading, figures and"
                + " confusion matrices are left out.");
  }

  private static double median(Stand stand, String model) {
    return stand
        .figures()
        .find(Metrics.epochWithTest(model).key())
        .flatMap((Figure figure) -> figure.of(Side.NOTEBOOK))
        .orElseThrow()
        .median();
  }
}
