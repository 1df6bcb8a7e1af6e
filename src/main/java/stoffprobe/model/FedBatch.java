package stoffprobe.model;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/** What a network in training knows of a batch besides its images. */
interface FedBatch {

  /**
   * What a dropout layer multiplies its values with, 0 or 1 / (1 - rate), for each block of rows.
   *
   * @param layer its number in the network
   */
  List<Operand<TFloat32>> factors(int layer);

  /**
   * What each row counts for in a mean over the batch: float32 {@code [b, 1]}, 0 for a row that is
   * no image.
   */
  Operand<TFloat32> shares();
}
