package stoffprobe.bench.peer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.translate.NoBatchifyTranslator;
import ai.djl.translate.TranslatorContext;
import stoffprobe.data.Images;

/** From bytes to the network's input, and from its logits to probabilities; a batch at a time. */
final class PeerTranslator implements NoBatchifyTranslator<Images, float[]> {

  @Override
  public NDList processInput(TranslatorContext context, Images images) {
    Shape shape = new Shape(images.count(), 1, images.height(), images.width());
    NDArray bytes = context.getNDManager().create(images.pixels(), shape, DataType.UINT8);
    // (x / 255 - 0.5) / 0.5, in as few steps as it takes.
    return new NDList(bytes.toType(DataType.FLOAT32, false).divi(127.5f).subi(1f));
  }

  @Override
  public float[] processOutput(TranslatorContext context, NDList logits) {
    return logits.singletonOrThrow().softmax(1).toFloatArray();
  }
}
