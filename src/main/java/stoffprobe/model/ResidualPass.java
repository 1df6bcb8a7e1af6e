package stoffprobe.model;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Two ways beside each other whose results are added up. The gradient goes back on both, and what
 * comes out is added up.
 */
final class ResidualPass implements LayerPass {

  private final Ops tf;
  private final LayerChain inner;
  private final LayerChain shortcut;
  private List<Operand<TFloat32>> inside = List.of();
  private List<Operand<TFloat32>> around = List.of();

  ResidualPass(Ops tf, LayerChain inner, LayerChain shortcut) {
    this.tf = tf;
    this.inner = inner;
    this.shortcut = shortcut;
  }

  @Override
  public List<Operand<TFloat32>> forward(List<Operand<TFloat32>> x) {
    inside = inner.forward(x);
    around = shortcut.forward(x);
    if (inside.size() == around.size()) {
      return sums(inside, around);
    }
    return sums( // one of them has a dense layer, which takes the whole batch
        List.of(Blocks.joinRows(tf, inside)), List.of(Blocks.joinRows(tf, around)));
  }

  @Override
  public List<Operand<TFloat32>> back(List<Operand<TFloat32>> gradient, boolean wanted) {
    List<Operand<TFloat32>> below = inner.back(cut(gradient, inside), wanted);
    List<Operand<TFloat32>> beside = shortcut.back(cut(gradient, around), wanted);
    return wanted ? sums(below, beside) : List.of();
  }

  @Override
  public List<List<Gradient>> gradients() {
    return Stream.of(inner, shortcut).map(LayerPass::gradients).flatMap(List::stream).toList();
  }

  @Override
  public boolean learns() {
    return inner.learns() || shortcut.learns();
  }

  private List<Operand<TFloat32>> sums(List<Operand<TFloat32>> a, List<Operand<TFloat32>> b) {
    List<Operand<TFloat32>> sums = new ArrayList<>();
    for (int i = 0; i < a.size(); i++) {
      sums.add(tf.math.add(a.get(i), b.get(i)));
    }
    return sums;
  }

  /** In the blocks of rows of {@code like}. */
  private List<Operand<TFloat32>> cut(
      List<Operand<TFloat32>> gradient, List<Operand<TFloat32>> like) {
    return gradient.size() == like.size() ? gradient : Blocks.sumByRows(tf, gradient, like);
  }
}
