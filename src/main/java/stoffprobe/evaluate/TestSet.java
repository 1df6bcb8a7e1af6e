package stoffprobe.evaluate;

import java.io.IOException;
import java.nio.file.Path;
import stoffprobe.data.BrokenFileException;
import stoffprobe.data.Images;
import stoffprobe.data.LabelledImages;
import stoffprobe.data.Labels;
import stoffprobe.data.Npy;
import stoffprobe.engine.Workspace;

/** The test images as the preprocessing left them. */
final class TestSet {

  private static final String FOLDER = "3-preprocess";

  private TestSet() {}

  /**
   * Reads images and labels.
   *
   * @param classes how many there are; every label is below
   * @throws BrokenFileException if there are no images, or images and labels don't belong together
   */
  static LabelledImages read(Workspace workspace, int classes) throws IOException {
    Path file = workspace.input(FOLDER, "test-labels.npy");
    Images images = Npy.readImages(workspace.input(FOLDER, "test-images.npy"));
    Labels labels = Npy.readLabels(file);
    if (images.count() == 0 || images.count() != labels.count()) {
      throw broken(file, labels.count() + " labels for " + images.count() + " images");
    }
    for (int i = 0; i < labels.count(); i++) {
      if (labels.get(i) >= classes) {
        throw broken(
            file, "label " + labels.get(i) + " at " + i + ", beyond " + classes + " classes");
      }
    }
    return new LabelledImages(images, labels);
  }

  private static BrokenFileException broken(Path file, String what) {
    return new BrokenFileException(file + " holds " + what + ". Run preprocess again.");
  }
}
