package stoffprobe.data;

import java.io.IOException;
import java.nio.file.Path;

/** The splits of a data set, and how their files are called in every stage's folder. */
public enum Split {
  TRAIN("train"),
  VALIDATION("validation"),
  TEST("test");

  private final String word;

  Split(String word) {
    this.word = word;
  }

  /** What files call it. */
  public String word() {
    return word;
  }

  /** {@code train-images.npy}. */
  public String imagesFile() {
    return word + "-images.npy";
  }

  /** {@code train-labels.npy}. */
  public String labelsFile() {
    return word + "-labels.npy";
  }

  /**
   * Maps this split's images and reads its labels.
   *
   * @param folder a stage's folder
   * @throws BrokenFileException if a file isn't the array that it should be, or the counts differ
   */
  public LabelledImages read(Path folder) throws IOException {
    Images images = Npy.readImages(folder.resolve(imagesFile()));
    Labels labels = Npy.readLabels(folder.resolve(labelsFile()));
    if (images.count() != labels.count()) {
      throw new BrokenFileException(
          folder
              + " can't be used: "
              + imagesFile()
              + " holds "
              + images.count()
              + " images, "
              + labelsFile()
              + " "
              + labels.count()
              + " labels. Run the stage that writes it again.");
    }
    return new LabelledImages(images, labels);
  }
}
