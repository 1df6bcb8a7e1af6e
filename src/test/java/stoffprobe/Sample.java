package stoffprobe;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import stoffprobe.config.ClassNames;
import stoffprobe.config.DatasetSettings;
import stoffprobe.config.DatasetSettings.Files;
import stoffprobe.config.DatasetSettings.SourceFile;
import stoffprobe.config.DatasetSettings.Sources;

/** The small real sample: 500 training and 200 test images of FashionMNIST, ten classes. */
public final class Sample {

  public static final ClassNames CLASSES =
      new ClassNames(
          List.of(
              "T-shirt/Top",
              "Hose",
              "Pullover",
              "Kleid",
              "Mantel",
              "Sandale",
              "Hemd",
              "Sneaker",
              "Tasche",
              "Stiefel"),
          List.of(
              "T-shirt/top",
              "Trouser",
              "Pullover",
              "Dress",
              "Coat",
              "Sandal",
              "Shirt",
              "Sneaker",
              "Bag",
              "Ankle boot"));

  private Sample() {}

  /** The folder with the four IDX files. */
  public static Path folder() {
    try {
      return Path.of(Sample.class.getResource("/fashion-mnist-sample/README.txt").toURI())
          .getParent();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The sample as a pipeline file describes it. */
  public static DatasetSettings dataset() {
    return new DatasetSettings(
        "FashionMNIST",
        CLASSES,
        28,
        28,
        false,
        Optional.of("MIT"),
        new Files(
            List.of(
                file(
                    "train-images",
                    "train-images-idx3-ubyte",
                    "4ead00eeeba75e8931fc759becae3c81deb522deefc8d326affe53405e66b31e"),
                file(
                    "train-labels",
                    "train-labels-idx1-ubyte",
                    "55e8c3afcbd5263b5f57f99e544bd5e866f33750b622f249f8d3fc606fddbefe"),
                file(
                    "test-images",
                    "t10k-images-idx3-ubyte",
                    "fa4d422964762200c4d70d0e04d30440e57abc424104d9a5e9ed93cb10c17d5a"),
                file(
                    "test-labels",
                    "t10k-labels-idx1-ubyte",
                    "b7a519030c633c4fe248796ade93ede22347be5be1c3854a6f2228d2c0445330")),
            new Sources(List.of(folder()), Optional.empty(), Optional.empty()),
            0));
  }

  private static SourceFile file(String key, String name, String sha256) {
    return new SourceFile(key, name, Optional.of(sha256));
  }
}
