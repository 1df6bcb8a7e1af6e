package stoffprobe.model;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** What a gradient does to the values that it belongs to, as an operation. */
interface UpdateRule {

  /**
   * Adds the update of a block to the graph.
   *
   * @param tf waits for all who still have to read the block
   * @param parameter counts the learned tensors from 0
   * @param value the block as the last update left it
   * @param scalars what {@link Optimization#scalars} gives
   * @return the block after the update, which whoever reads it waits for
   */
  Operand<TFloat32> update(
      Ops tf,
      int parameter,
      int block,
      Operand<TFloat32> value,
      Operand<TFloat32> gradient,
      List<? extends Operand<TFloat32>> scalars);

  /** What the rule remembers, in the order of {@link Optimization#moments}; zero at first. */
  List<BlockedTensor> moments();
}
