package stoffprobe.pictures;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import stoffprobe.data.BrokenFileException;

/** A picture of any size and kind in memory, held upright as its EXIF data says (JPEG only). */
public final class DecodedPicture {

  /** A picture beyond this is refused before it is unpacked: a small file can claim any size. */
  public static final int MOST_PIXELS = 120_000_000;

  /** A file beyond this is refused before it is read. */
  public static final int MOST_BYTES = 200_000_000;

  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  private static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};

  private final BufferedImage image;
  private final Orientation orientation;

  private DecodedPicture(BufferedImage image, Orientation orientation) {
    this.image = image;
    this.orientation = orientation;
  }

  /** A picture that is in memory and upright already. */
  public static DecodedPicture of(BufferedImage image) {
    return new DecodedPicture(image, Orientation.UPRIGHT);
  }

  /**
   * Whether a file is a picture by the ending of its name: {@code .png}, {@code .jpg}, {@code
   * .jpeg}.
   */
  public static boolean named(String fileName) {
    String lower = fileName.toLowerCase(Locale.ROOT);
    return lower.endsWith(".png") || lower.endsWith(".jpg") || lower.endsWith(".jpeg");
  }

  /**
   * Reads a PNG or JPEG file, told apart by what it holds.
   *
   * @throws BrokenFileException if it is neither, damaged, cut off or too large
   * @throws IOException if it can't be read
   */
  public static DecodedPicture read(Path file) throws IOException {
    if (Files.size(file) > MOST_BYTES) {
      throw new BrokenFileException(
          file + " has " + Files.size(file) + " bytes; at most " + MOST_BYTES + " are read.");
    }
    return decode(Files.readAllBytes(file), file.toString(), MOST_PIXELS);
  }

  /**
   * Decodes the bytes of a PNG or JPEG file. A picture takes up to eight bytes a pixel.
   *
   * @param name how messages call it
   * @param mostPixels what is larger is refused before it is unpacked
   * @throws BrokenFileException if it is neither, damaged, cut off or too large
   */
  public static DecodedPicture decode(byte[] bytes, String name, int mostPixels)
      throws BrokenFileException {
    boolean jpeg = startsWith(bytes, JPEG);
    if (!jpeg && !startsWith(bytes, PNG)) {
      throw new BrokenFileException(name + " is no PNG or JPEG file. Convert it to one of these.");
    }
    if (!jpeg) {
      return of(decode(bytes, "png", name, mostPixels));
    }
    JpegSegments segments = JpegSegments.of(bytes);
    if (!segments.complete()) {
      throw new BrokenFileException(name + " is cut off. Get a complete copy of the file.");
    }
    return new DecodedPicture(decode(bytes, "jpeg", name, mostPixels), segments.orientation());
  }

  /** Rows of the upright picture. */
  public int height() {
    return orientation.swapped() ? image.getWidth() : image.getHeight();
  }

  /** Columns of the upright picture. */
  public int width() {
    return orientation.swapped() ? image.getHeight() : image.getWidth();
  }

  /** As the file holds it. */
  BufferedImage image() {
    return image;
  }

  Orientation orientation() {
    return orientation;
  }

  private static boolean startsWith(byte[] bytes, byte[] signature) {
    int length = signature.length;
    return bytes.length >= length && Arrays.equals(bytes, 0, length, signature, 0, length);
  }

  private static BufferedImage decode(byte[] bytes, String format, String name, int mostPixels)
      throws BrokenFileException {
    ImageReader reader = ImageIO.getImageReadersByFormatName(format).next();
    try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
      reader.setInput(in);
      long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
      if (pixels > mostPixels) {
        throw new BrokenFileException(
            name + " has " + pixels + " pixels; at most " + mostPixels + " are read.");
      }
      return reader.read(0);
    } catch (BrokenFileException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      // The JDK's decoders answer broken files with exceptions of many kinds.
      throw new BrokenFileException(
          name + " can't be read as a picture: " + e.getMessage() + ". Save it again as PNG.", e);
    } finally {
      reader.dispose();
    }
  }
}
