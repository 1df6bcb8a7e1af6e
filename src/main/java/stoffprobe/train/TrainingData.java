package stoffprobe.train;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import stoffprobe.data.LabelledImages;
import stoffprobe.data.Npy;
import stoffprobe.engine.Workspace;

/**
 * What training reads: the arrays that preprocess wrote, mapped and not copied.
 *
 * @param validation what is watched instead of the test set, if a part was held out
 */
record TrainingData(
    LabelledImages train, LabelledImages test, Optional<LabelledImages> validation) {

  private static final String FOLDER = "3-preprocess";

  static TrainingData read(Workspace workspace) throws IOException {
    boolean heldOut = Files.exists(workspace.input(FOLDER, "validation-images.npy"));
    return new TrainingData(
        split(workspace, "train"),
        split(workspace, "test"),
        heldOut ? Optional.of(split(workspace, "validation")) : Optional.empty());
  }

  private static LabelledImages split(Workspace workspace, String split) throws IOException {
    return new LabelledImages(
        Npy.readImages(workspace.input(FOLDER, split + "-images.npy")),
        Npy.readLabels(workspace.input(FOLDER, split + "-labels.npy")));
  }
}
