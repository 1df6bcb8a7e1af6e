package stoffprobe.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tensorflow.types.TFloat32;
import stoffprobe.data.LabelledImages;
import stoffprobe.data.RandomStream;

/**
 * The tensors that a step is fed, whatever its batch's size. Filling them needs no session, so it
 * is done for the next steps while others are computed.
 */
final class StepTensors implements AutoCloseable {

  private final Shapes shapes;
  private final TFloat32 rate = TFloat32.scalarOf(0);
  private final TFloat32 epsilon = TFloat32.scalarOf(0);
  private final Map<Integer, BatchTensors> bySize = new HashMap<>();
  private int size;

  /**
   * What is common to all steps of a training.
   *
   * @param blocks of rows that the network gets a batch in
   * @param height rows of an image
   * @param width columns of an image
   * @param seed where the values that dropout drops come from
   */
  record Shapes(
      int blocks,
      int height,
      int width,
      List<DropoutLayer> dropouts,
      long seed,
      double learningRate) {

    Shapes {
      dropouts = List.copyOf(dropouts);
    }
  }

  StepTensors(Shapes shapes) {
    this.shapes = shapes;
  }

  /**
   * Fills the tensors for a step.
   *
   * @param step its number in the training, from 1
   */
  void fill(LabelledImages data, Batches batches, int batch, long step) {
    size = batches.size(batch);
    BatchTensors tensors = bySize.computeIfAbsent(size, this::allocate);
    tensors.fill(data, batches, batch);
    for (int i = 0; i < shapes.dropouts().size(); i++) {
      DropoutLayer dropout = shapes.dropouts().get(i);
      tensors.drop(i, dropout, RandomStream.of(shapes.seed(), "dropout", dropout.index(), step));
    }
    rate.setFloat(Adam.rate(shapes.learningRate(), step));
    epsilon.setFloat(Adam.epsilon(step));
  }

  /** The batch that was filled in last. */
  BatchTensors batch() {
    BatchTensors tensors = bySize.get(size);
    if (tensors == null) {
      throw new IllegalStateException("nothing was filled in yet");
    }
    return tensors;
  }

  /** Scalar. */
  TFloat32 rate() {
    return rate;
  }

  /** Scalar. */
  TFloat32 epsilon() {
    return epsilon;
  }

  @Override
  public void close() {
    bySize.values().forEach(BatchTensors::close);
    rate.close();
    epsilon.close();
  }

  private BatchTensors allocate(int images) {
    BatchLayout layout = new BatchLayout(images, shapes.blocks());
    return new BatchTensors(layout, shapes.height(), shapes.width(), shapes.dropouts());
  }
}
