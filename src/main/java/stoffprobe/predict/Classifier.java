package stoffprobe.predict;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import stoffprobe.config.Invert;
import stoffprobe.config.TrainingSettings.Device;
import stoffprobe.data.BrokenFileException;
import stoffprobe.data.Images;
import stoffprobe.model.SavedNetwork;
import stoffprobe.pictures.DecodedPicture;
import stoffprobe.pictures.PictureRule;

/**
 * A trained model, opened for classifying images. Thread-safe: any number of threads may ask at
 * once, and one may close it meanwhile.
 *
 * <pre>{@code
 * try (Classifier classifier = Classifier.open(Path.of("5-evaluate/models/cnn"))) {
 *   Classification answer = classifier.classify(Path.of("photo.png"));
 *   System.out.println(answer.className() + " " + answer.probability());
 * }
 * }</pre>
 *
 * <p>It is opened from a model folder ({@code 5-evaluate/models/<model>}), which knows the names of
 * the classes and what the training images were like, or from a plain saved model ({@code
 * 4-train-<model>/saved_model}), which knows neither: its classes are called by their indices.
 *
 * <p>Every method that classifies throws {@link IllegalStateException} once it is closed.
 */
public final class Classifier implements AutoCloseable {

  private final SavedNetwork network;
  private final List<String> classNames;
  private final Optional<Familiarity> familiarity;
  private final Invert invert;
  private final ReadWriteLock closing = new ReentrantReadWriteLock();
  private boolean closed;

  private Classifier(OpenedModel model) {
    this.network = model.network();
    this.classNames = model.classNames();
    this.familiarity = model.familiarity();
    this.invert = model.invert();
  }

  /**
   * How a model is opened.
   *
   * @param device where to compute
   * @param threads cores to use, 0 for all
   * @param classNames names for the classes in the order of their indices; empty for those that the
   *     model comes with, which are German
   */
  public record Options(Device device, int threads, Optional<List<String>> classNames) {

    /** A GPU if there is one, all cores, the model's own names. */
    public static final Options DEFAULT = new Options(Device.AUTO, 0, Optional.empty());

    /** Copies the names. */
    public Options {
      classNames = classNames.map(List::copyOf);
    }

    /**
     * The same with other names for the classes, such as {@link ModelFolder#classes} in English.
     */
    public Options named(List<String> names) {
      return new Options(device, threads, Optional.of(names));
    }
  }

  /**
   * Opens a model, on a GPU if there is one, with all cores.
   *
   * @param folder a model folder or a saved model
   * @throws IOException if the folder holds neither, or what it holds is damaged
   */
  public static Classifier open(Path folder) throws IOException {
    return open(folder, Options.DEFAULT);
  }

  /**
   * Opens a model.
   *
   * @param folder a model folder or a saved model
   * @throws IOException if the folder holds neither, or what it holds is damaged; if there are not
   *     as many names as classes; or if the device is not there
   */
  public static Classifier open(Path folder, Options options) throws IOException {
    return new Classifier(OpenedModel.of(folder, options));
  }

  /** Opens a model on a device, with so many threads: see {@link #open(Path, Options)}. */
  public static Classifier open(Path folder, Device device, int threads) throws IOException {
    return open(folder, new Options(device, threads, Optional.empty()));
  }

  /** Rows of an image that the model takes. */
  public int height() {
    return network.height();
  }

  /** Columns of an image that the model takes. */
  public int width() {
    return network.width();
  }

  /** Values a pixel of an image that the model takes: 1 for grey, 3 for red, green and blue. */
  public int channels() {
    return network.channels();
  }

  /** Whether the model sees colour. */
  public boolean colour() {
    return channels() == Images.COLOUR;
  }

  /** The number of classes, k. */
  public int classes() {
    return network.classes();
  }

  /** The names of the classes, in the order of their indices. */
  public List<String> classNames() {
    return classNames;
  }

  /**
   * Which pictures are turned into their negatives before the network sees them, as those of its
   * training were; {@link Invert#AUTO} if that is not known, and always {@link Invert#NEVER} if the
   * model sees colour.
   */
  public Invert invert() {
    return invert;
  }

  /**
   * The rule by which pictures of any size become images of this model.
   *
   * @throws IllegalArgumentException if a model that sees colour is to get negatives
   */
  public PictureRule rule(Invert invert) {
    if (colour() && invert != Invert.NEVER) {
      throw new IllegalArgumentException("a model that sees colour takes no negatives");
    }
    return new PictureRule(height(), width(), channels(), invert);
  }

  /**
   * Classifies a picture of any size, turned into an image by {@link #rule} with its own {@link
   * #invert}.
   *
   * @param file a PNG or JPEG file
   * @throws BrokenFileException if it is neither, damaged, cut off or too large
   * @throws IOException if it can't be read
   */
  public Classification classify(Path file) throws IOException {
    return classify(rule(invert).pixels(DecodedPicture.read(file)));
  }

  /**
   * Classifies a picture of any size, turned into an image by {@link #rule} with its own {@link
   * #invert}.
   */
  public Classification classify(BufferedImage picture) {
    return classify(rule(invert).pixels(DecodedPicture.of(picture)));
  }

  /**
   * Classifies an image of the model's size, as fast as can be: the probabilities may differ in
   * their last bits from those of {@link #classify(Images)}.
   *
   * @param pixels uint8 {@code [height, width, channels]}, row by row, of each pixel all channels,
   *     0 (black) to 255, as in the data set
   * @throws IllegalArgumentException if there are not {@code height * width * channels} of them
   */
  public Classification classify(byte[] pixels) {
    Images one = new Images(ByteBuffer.wrap(pixels), 1, height(), width(), channels());
    return classifications(one, probabilities(one)).get(0);
  }

  /**
   * Classifies images of the model's size; a thousand at once cost far less than one by one. What
   * is said of an image depends, to the last bit, on no other image.
   *
   * @param images n of them, uint8, as in the data set, not normalised
   * @return n of them, in the same order
   * @throws IllegalArgumentException if the images have another size, or other channels, than the
   *     model takes
   */
  public List<Classification> classify(Images images) {
    return classifications(images, probabilities(images.count() == 1 ? twice(images) : images));
  }

  /** One image alone would be computed in another way than among others. */
  private static Images twice(Images one) {
    ByteBuffer pixels = ByteBuffer.allocate(2 * one.size()).put(one.copy(0)).put(one.copy(0));
    return new Images(pixels, 2, one.height(), one.width(), one.channels());
  }

  private List<Classification> classifications(Images images, float[] rows) {
    Optional<float[]> distances = familiarity.map(known -> known.distances(images));
    List<Classification> classifications = new ArrayList<>(images.count());
    for (int i = 0; i < images.count(); i++) {
      List<Float> row = new ArrayList<>(classes());
      for (int k = 0; k < classes(); k++) {
        row.add(rows[i * classes() + k]);
      }
      OptionalDouble distance =
          distances.isPresent() ? OptionalDouble.of(distances.get()[i]) : OptionalDouble.empty();
      classifications.add(new Classification(classNames, row, distance));
    }
    return classifications;
  }

  /**
   * The class probabilities of images, row by row; of one image alone, they may differ in their
   * last bits from those of the same image among others.
   *
   * @param images n of them, uint8, as in the data set, not normalised
   * @return float32 {@code [n, k]}; each row adds up to 1 within rounding
   * @throws IllegalArgumentException if the images have another size, or other channels, than the
   *     model takes
   */
  public float[] probabilities(Images images) {
    if (images.height() != height() || images.width() != width()) {
      throw new IllegalArgumentException(
          images.height()
              + " x "
              + images.width()
              + " pixels, but the model takes "
              + height()
              + " x "
              + width());
    }
    if (images.channels() != channels()) {
      throw new IllegalArgumentException(
          (images.colour() ? "images in colour" : "grey images")
              + ", but the model takes "
              + (colour() ? "colour" : "grey"));
    }
    return whileOpen(() -> network.probabilities(images));
  }

  private float[] whileOpen(Supplier<float[]> work) {
    closing.readLock().lock();
    try {
      if (closed) {
        throw new IllegalStateException("this classifier is closed");
      }
      return work.get();
    } finally {
      closing.readLock().unlock();
    }
  }

  /** Waits for what is being classified, then frees the network; a second time does nothing. */
  @Override
  public void close() {
    closing.writeLock().lock();
    try {
      if (!closed) {
        closed = true;
        network.close();
      }
    } finally {
      closing.writeLock().unlock();
    }
  }
}
