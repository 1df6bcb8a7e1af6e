package stoffprobe.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stoffprobe.config.Layer;
import stoffprobe.config.TrainingSettings.Device;
import stoffprobe.data.BrokenFileException;
import stoffprobe.data.FloatArray;
import stoffprobe.data.Images;
import stoffprobe.data.LabelledImages;
import stoffprobe.data.Labels;
import stoffprobe.data.Npy;
import stoffprobe.engine.Progress;
import stoffprobe.engine.Workspace;
import stoffprobe.model.TestImages;

/** What the stage leaves of a first convolution: two images, an edge filter and a dead one. */
class FilterFilesTest {

  private static final List<Layer> LAYERS =
      List.of(new Layer.Conv2d(2, 2, Layer.Padding.VALID), new Layer.Relu(), new Layer.Flatten());

  @TempDir Path root;
  private Path training;
  private Path out;
  private FilterFiles files;

  @BeforeEach
  void prepare() throws IOException {
    training = Files.createDirectories(root.resolve("4-train-cnn"));
    out = Files.createDirectories(root.resolve("staging"));
    Path prepared = Files.createDirectories(root.resolve("3-preprocess"));
    Files.writeString(
        prepared.resolve("normalization.json"), "{\"scale\": 255, \"mean\": 0.5, \"std\": 0.5}");
    // dark above bright in the first image; the second is dark
    Images images =
        TestImages.of(3, 2, new int[] {0, 0, 255, 255, 255, 255}, new int[] {0, 0, 0, 0, 0, 0});
    LabelledImages test = new LabelledImages(images, new Labels(new byte[] {2, 0}));
    files = new FilterFiles(new Workspace(root, out, Progress.NONE), test, 3);
  }

  @Test
  void aRowAFilterSaysWhatItIsAndWhatItRespondsTo() throws IOException {
    filters();

    files.write(subject(LAYERS));

    assertThat(Files.readString(out.resolve("filters-cnn.csv")))
        .isEqualTo(
            """
            filter,kind,kind_share,direction,tone,images,positions,responding,responding_share,\
            mean_response,strongest_class_index,strongest_class_mean_response,strongest_response,\
            image,row,column,size
            0,edge,1.0,270.0,,2,4,1,0.25,1.0,2,2.0,4.0,0,0,0,2
            1,brightness,1.0,,bright,2,4,0,0.0,0.0,,0.0,-1.0,0,1,0,2
            """);
    Images maps = Npy.readImages(out.resolve("filter-maps-cnn.npy"));
    assertThat(maps.copy(0)).containsExactly((byte) 255, 0);
    assertThat(maps.copy(1)).containsExactly(0, 0);
  }

  @Test
  void aNetworkThatStartsOtherwiseGetsNoFiles() throws IOException {
    filters();

    files.write(subject(List.of(new Layer.Flatten(), new Layer.Dense(3))));

    assertThat(out).isEmptyDirectory();
  }

  @Test
  void aTrainingThatLeftNoFiltersGetsNoFiles() throws IOException {
    files.write(subject(LAYERS));

    assertThat(out).isEmptyDirectory();
  }

  @Test
  void filtersOfAnotherShapeAreNamed() throws IOException {
    Npy.write(training.resolve(FilterFiles.KERNEL), new FloatArray(new float[9], 3, 3, 1, 1));
    Npy.write(training.resolve(FilterFiles.BIAS), new FloatArray(new float[1], 1));

    assertThatThrownBy(() -> files.write(subject(LAYERS)))
        .isInstanceOf(BrokenFileException.class)
        .hasMessageContainingAll("first-convolution.npy", "[3, 3, 1, 1]", "again");
  }

  /** The first gets brighter downwards, the second sums up what it sees, less five. */
  private void filters() throws IOException {
    float[] kernel = {-1, 1, -1, 1, 1, 1, 1, 1};
    Npy.write(training.resolve(FilterFiles.KERNEL), new FloatArray(kernel, 2, 2, 1, 2));
    Npy.write(training.resolve(FilterFiles.BIAS), new FloatArray(new float[] {0, -5}, 2));
  }

  private static Subject subject(List<Layer> layers) {
    return new Subject("cnn", 64, Device.CPU, layers);
  }
}
