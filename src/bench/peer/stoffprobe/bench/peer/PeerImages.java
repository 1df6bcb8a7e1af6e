package stoffprobe.bench.peer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.nio.file.Path;
import stoffprobe.bench.program.ArraysInMemory;
import stoffprobe.data.LabelledImages;

/**
 * Images with labels in the engine's memory.
 *
 * @param images float32 {@code [n, 1, 28, 28]}, normalised: -1 to 1
 * @param labels int64 {@code [n]}
 */
record PeerImages(NDArray images, NDArray labels) {

  /** Reads a split of the arrays that this project's stage preprocess wrote. */
  static PeerImages read(NDManager manager, Path preprocessed, String split) throws IOException {
    LabelledImages data = ArraysInMemory.read(preprocessed, split);
    Shape shape = new Shape(data.count(), 1, data.images().height(), data.images().width());
    try (NDManager scratch = manager.newSubManager()) {
      NDArray images =
          scratch
              .create(data.images().pixels(), shape, DataType.UINT8)
              .toType(DataType.FLOAT32, true)
              .divi(255f)
              .subi(0.5f)
              .divi(0.5f);
      NDArray labels =
          scratch
              .create(data.labels().bytes(), new Shape(data.count()), DataType.UINT8)
              .toType(DataType.INT64, true);
      images.attach(manager);
      labels.attach(manager);
      return new PeerImages(images, labels);
    }
  }

  long count() {
    return labels.size();
  }

  /** The given rows, owned by {@code owner}. */
  PeerImages select(NDManager owner, NDIndex rows) {
    return new PeerImages(images.get(owner, rows), labels.get(owner, rows));
  }
}
