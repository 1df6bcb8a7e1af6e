package stoffprobe.model;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.types.TFloat32;

/**
 * What a block of a network's values has to change by.
 *
 * @param value d loss / d block; of running statistics what they become
 * @param readers operations that read the block on the way back and that {@code value} does not
 *     wait for: variables are read in place, so an update before them would change what they
 *     compute
 */
record Gradient(Operand<TFloat32> value, List<? extends Op> readers) {

  Gradient {
    readers = List.copyOf(readers);
  }
}
