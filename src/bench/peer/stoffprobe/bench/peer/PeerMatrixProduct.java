package stoffprobe.bench.peer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import stoffprobe.bench.program.MatrixRates;

/**
 * Measures libtorch's matrix product.
 *
 * <p>Argument: threads.
 */
public final class PeerMatrixProduct {

  private PeerMatrixProduct() {}

  /** Prints the reading of {@link MatrixRates}. */
  public static void main(String[] args) {
    Shape shape = new Shape(MatrixRates.SIDE, MatrixRates.SIDE);
    try (NDManager manager = Peer.start(Integer.parseInt(args[0])).newBaseManager()) {
      NDArray left = manager.randomUniform(-1, 1, shape);
      NDArray right = manager.randomUniform(-1, 1, shape);
      Peer.print("%s", new MatrixRates(1, () -> left.matMul(right).close()).reading());
    }
  }
}
