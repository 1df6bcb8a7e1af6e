package stoffprobe.bench.program;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import stoffprobe.data.Images;
import stoffprobe.data.LabelledImages;
import stoffprobe.data.Npy;

/** The arrays of the stage preprocess, in memory before any clock starts. */
public final class ArraysInMemory {

  private ArraysInMemory() {}

  /**
   * Reads a split.
   *
   * @param preprocessed the folder {@code 3-preprocess}
   * @param split {@code train} or {@code test}
   */
  public static LabelledImages read(Path preprocessed, String split) throws IOException {
    Images mapped = Npy.readImages(preprocessed.resolve(split + "-images.npy"));
    ByteBuffer pixels = ByteBuffer.allocateDirect(mapped.count() * mapped.size());
    pixels.put(mapped.pixels());
    return new LabelledImages(
        new Images(pixels, mapped.count(), mapped.height(), mapped.width(), mapped.channels()),
        Npy.readLabels(preprocessed.resolve(split + "-labels.npy")));
  }
}
