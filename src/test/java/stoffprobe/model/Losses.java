package stoffprobe.model;

import java.util.ArrayList;
import java.util.List;
import stoffprobe.data.LabelledImages;

/** Trains and looks at the losses. */
public final class Losses {

  private Losses() {}

  /** The losses of the batches of the images {@code order[from]} to before {@code order[to]}. */
  public static List<Float> of(
      TrainingGraph graph, LabelledImages data, int[] order, int from, int to, int batch) {
    List<Float> losses = new ArrayList<>();
    try (TrainingSteps steps = graph.train(data, Batches.range(order, from, to, batch))) {
      while (steps.hasNext()) {
        for (float loss : steps.next()) {
          losses.add(loss);
        }
      }
    }
    return losses;
  }

  /** The loss of one batch. */
  public static float ofOne(
      TrainingGraph graph, LabelledImages data, int[] order, int from, int to) {
    return of(graph, data, order, from, to, to - from).get(0);
  }
}
