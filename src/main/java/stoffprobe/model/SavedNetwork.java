package stoffprobe.model;

import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.SavedModelBundle;
import org.tensorflow.Session;
import org.tensorflow.Signature;
import org.tensorflow.exceptions.TensorFlowException;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.SavedModel;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;
import org.tensorflow.types.TUint8;
import stoffprobe.config.Architecture;
import stoffprobe.data.Images;

/**
 * A trained network as a SavedModel: signature {@code serving_default}, {@code images} uint8 {@code
 * [-1, h, w]}, in colour {@code [-1, h, w, 3]}, to {@code logits} and {@code probabilities} float32
 * {@code [-1, k]} and {@code class} int64 {@code [-1]}.
 */
public final class SavedNetwork implements AutoCloseable {

  private static final String FILE = "saved_model.pb";
  private static final String IMAGES = "images";
  private static final String LOGITS = "logits";
  private static final String PROBABILITIES = "probabilities";
  private static final String CLASS = "class";

  private final SavedModelBundle bundle;
  private final Inference inference;
  private final int height;
  private final int width;
  private final int channels;
  private final int classes;

  private SavedNetwork(SavedModelBundle bundle, Signature signature, int threads) {
    this.bundle = bundle;
    Signature.TensorDescription images = Objects.requireNonNull(signature.getInputs().get(IMAGES));
    Signature.TensorDescription output =
        Objects.requireNonNull(signature.getOutputs().get(PROBABILITIES));
    this.height = Math.toIntExact(images.shape.get(1));
    this.width = Math.toIntExact(images.shape.get(2));
    this.channels = colour(images) ? Images.COLOUR : Images.GREY;
    this.classes = Math.toIntExact(output.shape.get(1));
    this.inference =
        new Inference(
            bundle.graph(),
            bundle.session(),
            bundle.graph().outputOrThrow(images.name).expect(TUint8.class),
            bundle.graph().outputOrThrow(output.name).expect(TFloat32.class),
            threads);
  }

  /**
   * Writes a network. The graph is one of its own: the training graph would carry the optimizer's
   * variables along.
   */
  public static void export(
      Path folder,
      Architecture architecture,
      Normalization normalization,
      Weights weights,
      Backend backend)
      throws IOException {
    try (Graph graph = new Graph()) {
      Ops tf = Ops.create(graph);
      Shape shape = ImageShape.batch(Shape.UNKNOWN_SIZE, ImageShape.of(architecture));
      Placeholder<TUint8> images =
          tf.withName(IMAGES).placeholder(TUint8.class, Placeholder.shape(shape));
      TrainableVariables variables = TrainableVariables.whole(tf, weights.specs());
      Pass pass =
          new Pass(graph, tf, architecture, normalization, variables.operands(), Optional.empty());
      Operand<TFloat32> logits = pass.logits(List.of(images));
      Operand<TInt64> label = tf.math.argMax(logits, tf.constant(1));
      Signature signature =
          Signature.builder()
              .methodName("tensorflow/serving/predict")
              .input(IMAGES, images)
              .output(LOGITS, tf.withName(LOGITS).identity(logits))
              .output(PROBABILITIES, tf.withName(PROBABILITIES).nn.softmax(logits))
              .output(CLASS, tf.withName(CLASS).identity(label))
              .build();
      try (Session session = new Session(graph, backend.config())) {
        variables.write(session, weights);
        SavedModelBundle.exporter(folder.toString())
            .withSession(session)
            .withSignature(signature)
            .export();
        order(folder.resolve(FILE));
      } catch (TensorFlowException e) {
        throw new IOException(
            "The saved model can't be written to "
                + folder
                + ": "
                + e.getMessage()
                + ". Check that its disk has space and may be written to.",
            e);
      }
    }
  }

  /** TensorFlow writes maps in any order; in that of their keys, equal networks are equal bytes. */
  private static void order(Path file) throws IOException {
    SavedModel model = SavedModel.parseFrom(Files.readAllBytes(file));
    ByteArrayOutputStream ordered = new ByteArrayOutputStream();
    CodedOutputStream out = CodedOutputStream.newInstance(ordered);
    out.useDeterministicSerialization();
    model.writeTo(out);
    out.flush();
    Files.write(file, ordered.toByteArray());
  }

  /**
   * Opens a network.
   *
   * @throws IOException if the folder holds no saved model with the signature above
   */
  public static SavedNetwork open(Path folder, Backend backend) throws IOException {
    if (!Files.isRegularFile(folder.resolve(FILE))) {
      throw new IOException(
          folder + " holds no saved model: " + FILE + " is missing. Train the model first.");
    }
    SavedModelBundle bundle;
    try {
      bundle = SavedModelBundle.loader(folder.toString()).withConfigProto(backend.config()).load();
    } catch (TensorFlowException e) {
      throw new IOException(
          folder + " can't be opened as a saved model. Train the model again.", e);
    }
    Signature signature =
        bundle.signatures().stream().filter(SavedNetwork::isOurs).findFirst().orElse(null);
    if (signature == null) {
      bundle.close();
      throw new IOException(
          folder
              + " is a saved model, but not one of Stoffprobe's: its signature serving_default is"
              + " not images (uint8) to logits and probabilities (float32) and class (int64).");
    }
    return new SavedNetwork(bundle, signature, backend.threads());
  }

  /** Whether a signature has the names, types and dimensions of what {@link #export} writes. */
  private static boolean isOurs(Signature signature) {
    return signature.key().equals(Signature.DEFAULT_KEY)
        && signature.inputNames().equals(Set.of(IMAGES))
        && (fits(signature.getInputs().get(IMAGES), DataType.DT_UINT8, 3)
            || colour(signature.getInputs().get(IMAGES)))
        && fits(signature.getOutputs().get(LOGITS), DataType.DT_FLOAT, 2)
        && fits(signature.getOutputs().get(PROBABILITIES), DataType.DT_FLOAT, 2)
        && fits(signature.getOutputs().get(CLASS), DataType.DT_INT64, 1);
  }

  private static boolean colour(Signature.@Nullable TensorDescription images) {
    return images != null
        && fits(images, DataType.DT_UINT8, 4)
        && images.shape.get(3) == Images.COLOUR;
  }

  private static boolean fits(
      Signature.@Nullable TensorDescription tensor, DataType type, int dimensions) {
    return tensor != null && tensor.dataType == type && tensor.shape.numDimensions() == dimensions;
  }

  public int height() {
    return height;
  }

  public int width() {
    return width;
  }

  /** Values a pixel: 1 for grey, 3 for colour. */
  public int channels() {
    return channels;
  }

  /** The number of classes, k. */
  public int classes() {
    return classes;
  }

  /** The class probabilities of images, float32 {@code [n, k]}, row by row. */
  public float[] probabilities(Images images) {
    return inference.probabilities(images);
  }

  @Override
  public void close() {
    inference.close();
    bundle.close();
  }
}
