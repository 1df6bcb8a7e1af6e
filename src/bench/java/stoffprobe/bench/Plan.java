package stoffprobe.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import stoffprobe.bench.figures.Side;

/**
 * The order of a benchmark: what is measured once, then the repetitions, in which both sides take
 * turns, each in a process of its own. Who begins changes with the repetition, so that neither side
 * always gets the warmer machine.
 *
 * @param peer whether the peer is measured
 */
record Plan(Settings settings, Experiment experiment, boolean peer) {

  private static final int LOOK_AT_FIRST_MILLISECONDS = 2_000;
  private static final int LOOK_BETWEEN_MILLISECONDS = 1_000;

  /** Measures everything. */
  void run(Stand stand) throws IOException, InterruptedException {
    stand.look("the wait before the start", LOOK_AT_FIRST_MILLISECONDS);
    stand.run(experiment.prepareTraining());
    WholeRun whole = new WholeRun(experiment);
    if (settings.parts().contains(PartName.RUN)) {
      whole.measure(stand);
    } else if (settings.parts().contains(PartName.CLASSIFICATION)) {
      whole.bringUpToDate(stand);
    }
    for (int repetition = 1; repetition <= settings.repetitions(); repetition++) {
      String name = "repetition " + repetition + " of " + settings.repetitions();
      stand.announce(name);
      for (Part part : parts()) {
        for (Side side : sides(repetition)) {
          part.measure(side, stand);
        }
      }
      stand.look("the wait after " + name, LOOK_BETWEEN_MILLISECONDS);
    }
    if (settings.parts().contains(PartName.NOTEBOOK)) {
      new NotebookLoop(experiment, settings.notebookEpochs()).measure(stand);
    }
  }

  private List<Part> parts() {
    List<Part> parts = new ArrayList<>();
    if (settings.parts().contains(PartName.MATRIX)) {
      parts.add(new MatrixPart());
    }
    for (String model : Experiment.MODELS) {
      if (settings.parts().contains(PartName.TRAINING)) {
        parts.add(new TrainingPart(experiment, model, settings.epochs(model)));
      }
    }
    for (String model : Experiment.MODELS) {
      if (settings.parts().contains(PartName.CLASSIFICATION)) {
        parts.add(new ClassificationPart(experiment, model));
      }
    }
    if (settings.parts().contains(PartName.RUN)) {
      parts.add(new CommandsPart(experiment));
    }
    return parts;
  }

  private List<Side> sides(int repetition) {
    if (!peer) {
      return List.of(Side.OURS);
    }
    return repetition % 2 == 1 ? List.of(Side.OURS, Side.PEER) : List.of(Side.PEER, Side.OURS);
  }
}
