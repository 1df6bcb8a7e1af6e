package stoffprobe.data;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Images and labels in NumPy's array files: uint8, C order. */
public final class Npy {

  /** Bytes written at once where images are picked one by one. */
  private static final int BUFFER = 1 << 16;

  /** Of an array of grey images; in colour there is one more. */
  private static final int GREY_DIMENSIONS = 3;

  private Npy() {}

  /** Writes {@code images} as uint8 {@code [count, height, width]}, in colour with a 3 behind. */
  public static void write(Path file, Images images) throws IOException {
    write(file, images.pixels(), images.shape());
  }

  /** Writes {@code labels} as {@code uint8 [count]}. */
  public static void write(Path file, Labels labels) throws IOException {
    write(file, labels.bytes(), labels.count());
  }

  /** Writes the images at {@code indices}, in that order, one at a time. */
  public static void write(Path file, Images images, int[] indices) throws IOException {
    try (FileChannel channel = create(file)) {
      int[] shape = images.shape();
      shape[0] = indices.length;
      writeFully(channel, header(shape));
      int imagesAtOnce = Math.max(1, BUFFER / images.size());
      ByteBuffer buffer = ByteBuffer.allocateDirect(imagesAtOnce * images.size());
      for (int index : indices) {
        if (!buffer.hasRemaining()) {
          writeFully(channel, buffer.flip());
          buffer.clear();
        }
        buffer.put(images.view(index));
      }
      writeFully(channel, buffer.flip());
    }
  }

  /**
   * Maps images from a file; no more of it is read than is looked at.
   *
   * @throws BrokenFileException if the file is no uint8 array {@code [n, height, width]} or {@code
   *     [n, height, width, 3]}
   */
  public static Images readImages(Path file) throws IOException {
    Array array = map(file, GREY_DIMENSIONS, GREY_DIMENSIONS + 1);
    boolean grey = array.dimensions() == GREY_DIMENSIONS;
    if (!grey && array.size(GREY_DIMENSIONS) != Images.COLOUR) {
      throw NpyHeader.broken(
          file, "its last dimension is " + array.size(GREY_DIMENSIONS) + ", expected 3 (colour)");
    }
    return new Images(
        array.values(),
        array.size(0),
        array.size(1),
        array.size(2),
        grey ? Images.GREY : Images.COLOUR);
  }

  /**
   * Reads labels from a file.
   *
   * @throws BrokenFileException if the file is no uint8 array of one dimension
   */
  public static Labels readLabels(Path file) throws IOException {
    Array array = map(file, 1, 1);
    byte[] values = new byte[array.size(0)];
    array.values().get(0, values);
    return new Labels(values);
  }

  /** Writes {@code array} as float32, little-endian. */
  public static void write(Path file, FloatArray array) throws IOException {
    try (FileChannel channel = create(file)) {
      writeFully(channel, NpyHeader.bytes(NpyHeader.Type.FLOAT32, array.shape()));
      writeFully(channel, array.bytes());
    }
  }

  /**
   * Reads numbers from a file.
   *
   * @param dimensions how many the array has to have
   * @throws BrokenFileException if the file is no float32 array of so many dimensions
   */
  public static FloatArray readFloats(Path file, int dimensions) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      NpyHeader header =
          NpyHeader.read(file, channel, NpyHeader.Type.FLOAT32, dimensions, dimensions);
      ByteBuffer values =
          channel.map(FileChannel.MapMode.READ_ONLY, header.length(), header.bytes());
      return FloatArray.of(values, header.shape());
    }
  }

  private static void write(Path file, ByteBuffer values, int... shape) throws IOException {
    try (FileChannel channel = create(file)) {
      writeFully(channel, header(shape));
      writeFully(channel, values);
    }
  }

  private static FileChannel create(Path file) throws IOException {
    return FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
  }

  private static void writeFully(FileChannel channel, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  private static ByteBuffer header(int... shape) {
    return NpyHeader.bytes(NpyHeader.Type.UINT8, shape);
  }

  private static Array map(Path file, int least, int most) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      NpyHeader header = NpyHeader.read(file, channel, NpyHeader.Type.UINT8, least, most);
      ByteBuffer mapped =
          channel.map(FileChannel.MapMode.READ_ONLY, header.length(), header.bytes());
      return new Array(mapped, header.shape());
    }
  }

  /** Values and sizes of a mapped array. */
  private static final class Array {
    private final ByteBuffer values;
    private final int[] shape;

    Array(ByteBuffer values, int[] shape) {
      this.values = values;
      this.shape = shape;
    }

    ByteBuffer values() {
      return values;
    }

    int dimensions() {
      return shape.length;
    }

    int size(int dimension) {
      return shape[dimension];
    }
  }
}
