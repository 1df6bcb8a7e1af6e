package stoffprobe.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import stoffprobe.data.LabelledImages;
import stoffprobe.data.Split;
import stoffprobe.engine.Workspace;

/**
 * What training reads: the arrays that preprocess wrote, mapped and not copied.
 *
 * @param validation what is watched instead of the test set, if a part was held out
 */
record TrainingData(
    LabelledImages train, LabelledImages test, Optional<LabelledImages> validation) {

  private static final String FOLDER = "3-preprocess";

  /**
   * Maps the arrays.
   *
   * @throws stoffprobe.data.BrokenFileException if a file isn't the array that it should be
   */
  static TrainingData read(Workspace workspace) throws IOException {
    Path folder = workspace.root().resolve(FOLDER);
    boolean heldOut = Files.exists(folder.resolve(Split.VALIDATION.imagesFile()));
    return new TrainingData(
        Split.TRAIN.read(folder),
        Split.TEST.read(folder),
        heldOut ? Optional.of(Split.VALIDATION.read(folder)) : Optional.empty());
  }
}
