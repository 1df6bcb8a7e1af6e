package stoffprobe.model;

import java.util.List;
import java.util.stream.IntStream;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * Layers one after the other; none pass everything on as it is.
 *
 * @param layers from the first to the last
 */
record LayerChain(List<LayerPass> layers) implements LayerPass {

  LayerChain {
    layers = List.copyOf(layers);
  }

  @Override
  public List<Operand<TFloat32>> forward(List<Operand<TFloat32>> x) {
    List<Operand<TFloat32>> y = x;
    for (LayerPass layer : layers) {
      y = layer.forward(y);
    }
    return y;
  }

  /** Not through the first layers if these learn nothing and the result is not wanted. */
  @Override
  public List<Operand<TFloat32>> back(List<Operand<TFloat32>> gradient, boolean wanted) {
    List<Operand<TFloat32>> g = gradient;
    int first = wanted ? 0 : firstThatLearns();
    for (int i = layers.size() - 1; i >= first; i--) {
      g = layers.get(i).back(g, wanted || i > first);
    }
    return g;
  }

  @Override
  public List<List<Gradient>> gradients() {
    return layers.stream().map(LayerPass::gradients).flatMap(List::stream).toList();
  }

  @Override
  public boolean learns() {
    return firstThatLearns() < layers.size();
  }

  private int firstThatLearns() {
    return IntStream.range(0, layers.size())
        .filter(i -> layers.get(i).learns())
        .findFirst()
        .orElse(layers.size());
  }
}
