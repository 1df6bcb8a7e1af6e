package stoffprobe.predict;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import stoffprobe.config.Invert;
import stoffprobe.data.BrokenFileException;
import stoffprobe.data.Idx;
import stoffprobe.data.Images;
import stoffprobe.pictures.DecodedPicture;
import stoffprobe.pictures.PictureRule;

/** Reads PNG, JPEG and IDX files as a model takes them. */
public final class PictureFiles {

  private final int height;
  private final int width;
  private final Invert invert;

  /**
   * Reads pictures for a model.
   *
   * @param height rows that the model takes
   * @param width columns that the model takes
   */
  public PictureFiles(int height, int width, Invert invert) {
    this.height = height;
    this.width = width;
    this.invert = invert;
  }

  /**
   * One image to classify.
   *
   * @param index its place in an IDX file, 0 for a picture
   */
  public record Picture(Path file, int index) {}

  /**
   * Images together with where they are from.
   *
   * @param images uint8 {@code [n, height, width]}
   * @param pictures n of them
   */
  public record Batch(Images images, List<Picture> pictures) {

    public Batch {
      pictures = List.copyOf(pictures);
    }
  }

  /**
   * Reads files in the order of the arguments; of a folder, its PNG and JPEG files by name.
   *
   * @throws IOException if a file is missing, or no image
   */
  public List<Batch> read(List<Path> arguments) throws IOException {
    List<Batch> batches = new ArrayList<>();
    for (Path argument : arguments) {
      if (Files.isDirectory(argument)) {
        for (Path file : pictures(argument)) {
          batches.add(readFile(file));
        }
      } else if (Files.exists(argument)) {
        batches.add(readFile(argument));
      } else {
        throw new BrokenFileException(
            argument + " does not exist. Name PNG, JPEG or IDX files, or folders of pictures.");
      }
    }
    return batches;
  }

  private static List<Path> pictures(Path folder) throws IOException {
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

  private Batch readFile(Path file) throws IOException {
    if (isIdx(file)) {
      Images images = idx(file);
      List<Picture> pictures = new ArrayList<>();
      for (int i = 0; i < images.count(); i++) {
        pictures.add(new Picture(file, i));
      }
      return new Batch(images, pictures);
    }
    PictureRule rule = new PictureRule(height, width, 1, invert);
    ByteBuffer pixels = ByteBuffer.wrap(rule.pixels(DecodedPicture.read(file)));
    return new Batch(new Images(pixels, 1, height, width), List.of(new Picture(file, 0)));
  }

  /** IDX files have no ending of their own; they start with two zero bytes or are compressed. */
  private static boolean isIdx(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] start = in.readNBytes(2);
      boolean gzip = start.length == 2 && start[0] == 0x1f && start[1] == (byte) 0x8b;
      return gzip || (start.length == 2 && start[0] == 0 && start[1] == 0);
    }
  }

  private Images idx(Path file) throws IOException {
    Images images = Idx.readImages(file).values();
    if (images.height() != height || images.width() != width) {
      throw new BrokenFileException(
          file
              + " holds images of "
              + images.height()
              + " x "
              + images.width()
              + " pixels, but the model takes "
              + height
              + " x "
              + width
              + ".");
    }
    return images;
  }
}
