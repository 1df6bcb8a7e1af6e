package stoffprobe.report;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import stoffprobe.config.Layer;
import stoffprobe.data.FloatArray;
import stoffprobe.data.Images;
import stoffprobe.data.Npy;

/**
 * Filters of a model that was never trained: edges to the right, bright upright lines, dark spots,
 * brightness and mixtures by turns. Every eighth is dead.
 */
record SyntheticFilters(SyntheticModel model) {

  private static final int SIDE = 28;

  private static final List<float[]> KERNELS =
      List.of(
          new float[] {-0.1f, 0, 0.1f, -0.2f, 0, 0.2f, -0.1f, 0, 0.1f},
          new float[] {-0.1f, 0.2f, -0.1f, -0.1f, 0.2f, -0.1f, -0.1f, 0.2f, -0.1f},
          new float[] {0.1f, 0.1f, 0.1f, 0.1f, -0.8f, 0.1f, 0.1f, 0.1f, 0.1f},
          new float[] {0.3f, 0.3f, 0.3f, 0.3f, 0.3f, 0.3f, 0.3f, 0.3f, 0.3f},
          new float[] {0.3f, 0, 0.2f, 0.1f, -0.2f, 0.4f, 0, 0.1f, 0});

  private static final List<String> PATTERNS =
      List.of(
          "edge,1.0,0.0,",
          "line,1.0,90.0,bright",
          "spot,1.0,,dark",
          "brightness,1.0,,bright",
          "mixed,0.41,,");

  /** Writes what the training would leave; nothing for a model that starts otherwise. */
  void writeTraining(Path folder) throws IOException {
    if (count() == 0) {
      return;
    }
    float[] weights = new float[9 * count()];
    for (int f = 0; f < count(); f++) {
      for (int i = 0; i < 9; i++) {
        weights[i * count() + f] = KERNELS.get(f % KERNELS.size())[i];
      }
    }
    Npy.write(folder.resolve("first-convolution.npy"), new FloatArray(weights, 3, 3, 1, count()));
  }

  /** Writes what the evaluation would leave. */
  void write(Path folder) throws IOException {
    if (count() == 0) {
      return;
    }
    StringBuilder rows =
        new StringBuilder(
            "filter,kind,kind_share,direction,tone,images,positions,responding,responding_share,"
                + "mean_response,strongest_class_index,strongest_class_mean_response,"
                + "strongest_response,image,row,column,size\n");
    byte[] maps = new byte[count() * SIDE * SIDE];
    for (int f = 0; f < count(); f++) {
      boolean dead = f % 8 == 7;
      double share = dead ? 0 : 0.9 / (1 + f);
      rows.append(
          String.format(
              Locale.ROOT,
              "%d,%s,1000,784000,%d,%s,%s,%s,%s,%s,%d,%d,-1,3%n",
              f,
              PATTERNS.get(f % PATTERNS.size()),
              Math.round(784_000 * share),
              share,
              dead ? 0 : 0.2,
              dead ? "" : f % 2 == 0 ? 0 : model.classes() - 1,
              dead ? 0 : 0.3,
              dead ? -0.5 : 2.5,
              f,
              f % 26));
      for (int i = 0; i < SIDE * SIDE && !dead; i++) {
        maps[f * SIDE * SIDE + i] = (byte) ((i * (f + 1)) % 256);
      }
    }
    SyntheticRun.write(
        folder, "filters-" + model.name() + ".csv", rows.toString().replace("\r\n", "\n"));
    Npy.write(
        folder.resolve("filter-maps-" + model.name() + ".npy"),
        new Images(ByteBuffer.wrap(maps), count(), SIDE, SIDE));
  }

  /** How many filters there are in a first convolution. */
  private int count() {
    return model.layers().get(0) instanceof Layer.Conv2d convolution ? convolution.filters() : 0;
  }
}
