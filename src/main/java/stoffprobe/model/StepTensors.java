package stoffprobe.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tensorflow.types.TFloat32;
import stoffprobe.config.Augmentation;
import stoffprobe.data.LabelledImages;
import stoffprobe.data.RandomStream;

/**
 * The tensors that a step is fed, whatever its batch's size. Filling them needs no session, so it
 * is done for the next steps while others are computed.
 */
final class StepTensors implements AutoCloseable {

  private final Shapes shapes;
  private final List<TFloat32> scalars = new ArrayList<>();
  private final Map<Integer, BatchTensors> bySize = new HashMap<>();
  private int size;

  /**
   * What is common to all steps of a training.
   *
   * @param blocks of rows that the network gets a batch in
   * @param classes k
   * @param seed where the values that dropout drops come from, and what is changed in images
   */
  record Shapes(
      int blocks,
      stoffprobe.config.Shape.Image image,
      int classes,
      List<DropoutLayer> dropouts,
      long seed,
      TrainingGraph.Recipe recipe) {

    Shapes {
      dropouts = List.copyOf(dropouts);
    }
  }

  StepTensors(Shapes shapes) {
    this.shapes = shapes;
    for (int i = 0; i < shapes.recipe().optimization().scalars(); i++) {
      scalars.add(TFloat32.scalarOf(0));
    }
  }

  /**
   * Fills the tensors for a step.
   *
   * @param step its number in the training, from 1
   */
  void fill(LabelledImages data, Batches batches, int batch, long step) {
    size = batches.size(batch);
    BatchTensors tensors = bySize.computeIfAbsent(size, this::allocate);
    tensors.fill(data, batches, batch, change(step));
    for (int i = 0; i < shapes.dropouts().size(); i++) {
      DropoutLayer dropout = shapes.dropouts().get(i);
      tensors.drop(i, dropout, RandomStream.of(shapes.seed(), "dropout", dropout.index(), step));
    }
    double rate = shapes.recipe().rates().applyAsDouble(step);
    float[] values = shapes.recipe().optimization().scalars(rate, step);
    for (int i = 0; i < values.length; i++) {
      scalars.get(i).setFloat(values[i]);
    }
  }

  private ImageChange change(long step) {
    Augmentation augmentation = shapes.recipe().augmentation();
    return augmentation.equals(Augmentation.NONE)
        ? ImageChange.NONE
        : new ShiftAndFlip(
            augmentation, shapes.image(), RandomStream.of(shapes.seed(), "augmentation", step));
  }

  /** The batch that was filled in last. */
  BatchTensors batch() {
    BatchTensors tensors = bySize.get(size);
    if (tensors == null) {
      throw new IllegalStateException("nothing was filled in yet");
    }
    return tensors;
  }

  /** One of the scalars that the optimizer is fed. */
  TFloat32 scalar(int index) {
    return scalars.get(index);
  }

  @Override
  public void close() {
    bySize.values().forEach(BatchTensors::close);
    scalars.forEach(TFloat32::close);
  }

  private BatchTensors allocate(int images) {
    BatchLayout layout = new BatchLayout(images, shapes.blocks());
    return new BatchTensors(layout, shapes.image(), shapes.classes(), shapes.dropouts());
  }
}
