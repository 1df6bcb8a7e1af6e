package stoffprobe.predict;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import stoffprobe.data.BrokenFileException;
import stoffprobe.data.Idx;
import stoffprobe.data.Images;
import stoffprobe.data.NpySource;
import stoffprobe.engine.PlainMessage;
import stoffprobe.pictures.DecodedPicture;
import stoffprobe.pictures.PictureRule;

/**
 * Reads PNG, JPEG, IDX and NumPy files as a model takes them: in batches, decoded by all cores. A
 * file that can't be read stops no other.
 *
 * @param rule by which pictures become images; images of IDX and NumPy files have to be of its size
 *     and channels
 */
public record PictureSource(PictureRule rule) {

  /** Enough to keep the cores busy, few enough to see the first answers soon. */
  private static final int BATCH = 1_000;

  /**
   * One image to classify.
   *
   * @param index its place in an IDX or NumPy file, 0 for a picture
   * @param negative whether it was turned into its negative
   */
  public record Picture(Path file, int index, boolean negative) {}

  /**
   * Images together with where they are from.
   *
   * @param images n of them
   * @param pictures as many
   */
  public record Batch(Images images, List<Picture> pictures) {

    public Batch {
      pictures = List.copyOf(pictures);
    }
  }

  /** Who takes what was read. */
  public interface Receiver {

    /** Takes at least one image. */
    void images(Batch batch) throws IOException;

    /**
     * Takes notice of a file that gives no image.
     *
     * @param reason what is wrong with it, naming it
     */
    void unreadable(Path file, String reason) throws IOException;
  }

  /** What has become of one file. */
  private record Decoded(Path file, ByteBuffer pixels, boolean negative, String failure) {}

  /**
   * Reads files in the order of the arguments; of a folder, its PNG and JPEG files by name.
   *
   * @throws IOException only what {@code receiver} throws
   */
  public void read(List<Path> arguments, Receiver receiver) throws IOException {
    List<Path> pictures = new ArrayList<>();
    for (Path argument : arguments) {
      try {
        if (Files.isDirectory(argument)) {
          pictures.addAll(named(argument));
        } else if (Files.isRegularFile(argument) && isArray(argument)) {
          flush(pictures, receiver);
          slices(argument, array(argument), receiver);
        } else {
          pictures.add(argument);
        }
      } catch (IOException e) {
        flush(pictures, receiver);
        receiver.unreadable(argument, PlainMessage.of(e));
      }
    }
    flush(pictures, receiver);
  }

  private static List<Path> named(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> pictures =
          files
              .filter(file -> DecodedPicture.named(file.getFileName().toString()))
              .sorted()
              .toList();
      if (pictures.isEmpty()) {
        throw new BrokenFileException(folder + " holds no PNG or JPEG file.");
      }
      return pictures;
    }
  }

  private void flush(List<Path> pictures, Receiver receiver) throws IOException {
    for (int from = 0; from < pictures.size(); from += BATCH) {
      List<Path> some = pictures.subList(from, Math.min(from + BATCH, pictures.size()));
      List<Decoded> decoded = some.stream().parallel().map(this::decode).toList();
      ByteBuffer pixels =
          ByteBuffer.allocate(some.size() * rule.height() * rule.width() * rule.channels());
      List<Picture> read = new ArrayList<>();
      for (Decoded one : decoded) {
        if (one.failure().isEmpty()) {
          pixels.put(one.pixels());
          read.add(new Picture(one.file(), 0, one.negative()));
        } else {
          receiver.unreadable(one.file(), one.failure());
        }
      }
      if (!read.isEmpty()) {
        Images images =
            new Images(
                pixels.slice(0, pixels.position()),
                read.size(),
                rule.height(),
                rule.width(),
                rule.channels());
        receiver.images(new Batch(images, read));
      }
    }
    pictures.clear();
  }

  private Decoded decode(Path file) {
    try {
      if (!Files.exists(file)) {
        throw new BrokenFileException(
            file + " does not exist. Name PNG, JPEG, IDX or NumPy files, or folders of pictures.");
      }
      DecodedPicture picture = DecodedPicture.read(file);
      return new Decoded(file, ByteBuffer.wrap(rule.pixels(picture)), rule.negative(picture), "");
    } catch (IOException e) {
      return new Decoded(file, ByteBuffer.allocate(0), false, PlainMessage.of(e));
    }
  }

  private static void slices(Path file, Images images, Receiver receiver) throws IOException {
    for (int from = 0; from < images.count(); from += BATCH) {
      int start = from;
      int count = Math.min(BATCH, images.count() - from);
      receiver.images(
          new Batch(
              images.slice(start, count),
              IntStream.range(start, start + count)
                  .mapToObj(i -> new Picture(file, i, false))
                  .toList()));
    }
  }

  /** IDX files have no ending of their own; they start with two zero bytes or are compressed. */
  private static boolean isArray(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] start = in.readNBytes(2);
      boolean gzip = start.length == 2 && start[0] == 0x1f && start[1] == (byte) 0x8b;
      return gzip || (start.length == 2 && start[0] == 0 && start[1] == 0) || isNpy(file);
    }
  }

  private static boolean isNpy(Path file) {
    return file.getFileName().toString().matches(".*\\.npy(\\.gz)?");
  }

  private Images array(Path file) throws IOException {
    Images images = isNpy(file) ? npy(file) : Idx.readImages(file).values();
    if (images.channels() != rule.channels()) {
      throw new BrokenFileException(
          file
              + (images.colour()
                  ? " holds images in colour, but the model sees grey: save the array as [n, height,"
                      + " width]."
                  : " holds grey images, but the model sees colour: name pictures, or a NumPy file"
                      + " of [n, height, width, 3]."));
    }
    if (images.height() != rule.height() || images.width() != rule.width()) {
      throw new BrokenFileException(
          String.format(
              "%s holds images of %d x %d pixels, but the model takes %d x %d.",
              file, images.height(), images.width(), rule.height(), rule.width()));
    }
    return images;
  }

  private static Images npy(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return NpySource.readImages(in, file.toString()).values();
    }
  }
}
