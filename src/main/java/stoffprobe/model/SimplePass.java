package stoffprobe.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/** A layer without parameters, which treats each block of rows alike. */
final class SimplePass implements LayerPass {

  private final UnaryOperator<Operand<TFloat32>> way;
  private final Back back;
  private List<Operand<TFloat32>> inputs = List.of();
  private List<Operand<TFloat32>> outputs = List.of();

  /** From a block's input, output and gradient at the output to the gradient at the input. */
  @FunctionalInterface
  interface Back {
    Operand<TFloat32> apply(Operand<TFloat32> x, Operand<TFloat32> y, Operand<TFloat32> gradient);
  }

  SimplePass(UnaryOperator<Operand<TFloat32>> way, Back back) {
    this.way = way;
    this.back = back;
  }

  @Override
  public List<Operand<TFloat32>> forward(List<Operand<TFloat32>> x) {
    inputs = x;
    outputs = x.stream().map(way).toList();
    return outputs;
  }

  @Override
  public List<Operand<TFloat32>> back(List<Operand<TFloat32>> gradient, boolean wanted) {
    List<Operand<TFloat32>> below = new ArrayList<>();
    for (int i = 0; i < gradient.size(); i++) {
      below.add(back.apply(inputs.get(i), outputs.get(i), gradient.get(i)));
    }
    return below;
  }
}
