package stoffprobe.model;

import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Inverted dropout: values and gradients alike are multiplied by 0 where the mask drops and by 1 /
 * (1 - rate) elsewhere.
 *
 * @param masks one for each block of rows, float32, shaped like the block
 */
record DropoutPass(Ops tf, List<Operand<TFloat32>> masks) implements LayerPass {

  @Override
  public List<Operand<TFloat32>> forward(List<Operand<TFloat32>> x) {
    return masked(x);
  }

  @Override
  public List<Operand<TFloat32>> back(List<Operand<TFloat32>> gradient, boolean wanted) {
    return masked(gradient);
  }

  private List<Operand<TFloat32>> masked(List<Operand<TFloat32>> blocks) {
    List<Operand<TFloat32>> masked = new ArrayList<>();
    for (int i = 0; i < blocks.size(); i++) {
      masked.add(tf.math.mul(blocks.get(i), masks.get(i)));
    }
    return masked;
  }
}
