package stoffprobe.pictures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stoffprobe.config.Invert;
import stoffprobe.data.BrokenFileException;

/** A telephone's picture taken lying on its side would teach a network sideways shirts. */
final class DecodedPictureTest {

  private static final int BRIGHT = 250;
  private static final int MIDDLE = 130;

  /**
   * The standard says for each value which side of the picture the file's first row is, and which
   * its first column: from this, by hand, where two corners of the first row come to lie.
   */
  @ParameterizedTest
  @CsvSource({
    "1, top left, top right",
    "2, top right, top left",
    "3, bottom right, bottom left",
    "4, bottom left, bottom right",
    "5, top left, bottom left",
    "6, top right, bottom right",
    "7, bottom right, top right",
    "8, bottom left, top left",
    "0, top left, top right",
    "9, top left, top right"
  })
  void aJpegIsHeldAsItsExifDataSays(int tag, String first, String last) throws IOException {
    boolean lying = tag >= 5 && tag <= 8;
    for (ByteOrder order : new ByteOrder[] {ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN}) {
      DecodedPicture picture = decode(Jpegs.turned(jpeg(), tag, order));

      assertThat(picture.width()).isEqualTo(lying ? 32 : 64);
      assertThat(picture.height()).isEqualTo(lying ? 64 : 32);
      byte[] pixels = new PictureRule(4, 4, 1, Invert.NEVER).pixels(picture);
      assertThat(corner(pixels, lying, first)).as(order + " first").isBetween(235, 255);
      assertThat(corner(pixels, lying, last)).as(order + " last").isBetween(115, 145);
    }
  }

  /** Fitted into 4 x 4, the picture of 2:1 fills the two rows, or columns, in the middle. */
  private static int corner(byte[] pixels, boolean lying, String place) {
    int low = lying ? 0 : 1;
    int row = place.contains("top") ? low : 3 - low;
    int column = place.contains("left") ? 1 - low : 2 + low;
    return Byte.toUnsignedInt(pixels[4 * row + column]);
  }

  @Test
  void exifDataAfterOtherSegmentsAreFound() throws IOException {
    byte[] turned = Jpegs.turned(jpeg(), 6, ByteOrder.BIG_ENDIAN);
    byte[] address = "http://ns.adobe.com/xap/1.0/\0".getBytes(StandardCharsets.US_ASCII);

    assertThat(decode(Jpegs.with(turned, 0xe1, address)).height()).isEqualTo(64);
  }

  /** A cut or lying directory must not cost the picture, nor read beyond the segment. */
  @Test
  void brokenExifDataSayNothing() throws IOException {
    byte[] whole = Jpegs.turned(jpeg(), 6, ByteOrder.BIG_ENDIAN);
    byte[] segment = Arrays.copyOfRange(whole, 6, 6 + 44);
    Random random = new Random(1);
    for (int length = 0; length < segment.length - 16; length++) {
      byte[] cut = Jpegs.with(jpeg(), 0xe1, Arrays.copyOf(segment, length));
      assertThat(decode(cut).height()).as("cut at " + length).isEqualTo(32);
    }
    for (int i = 0; i < 300; i++) {
      byte[] damaged = segment.clone();
      damaged[6 + random.nextInt(segment.length - 6)] = (byte) random.nextInt(256);
      assertThat(decode(Jpegs.with(jpeg(), 0xe1, damaged)).height()).isIn(32, 64);
    }
  }

  /** The decoder fills up what is missing with grey, and says so in a warning alone. */
  @Test
  void aJpegThatIsCutOffIsNoPicture() throws IOException {
    byte[] whole = jpeg();
    for (int length = 3; length < whole.length - 2; length += 7) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThatExceptionOfType(BrokenFileException.class)
          .as("%d of %d bytes", length, whole.length)
          .isThrownBy(() -> decode(cut))
          .withMessageStartingWith("shirt ");
    }
  }

  @Test
  void onlyPngAndJpegAreRead() throws IOException {
    ByteArrayOutputStream gif = new ByteArrayOutputStream();
    assertThat(ImageIO.write(corners(), "gif", gif)).isTrue();

    assertThatExceptionOfType(BrokenFileException.class)
        .isThrownBy(() -> decode(gif.toByteArray()))
        .withMessage("shirt is no PNG or JPEG file. Convert it to one of these.");
    assertThat(DecodedPicture.named("a.JPeG")).isTrue();
    assertThat(DecodedPicture.named("png")).isFalse();
  }

  @Test
  void aLargerPictureThanIsWantedIsRefused() throws IOException {
    assertThatExceptionOfType(BrokenFileException.class)
        .isThrownBy(() -> DecodedPicture.decode(jpeg(), "shirt", 64 * 32 - 1))
        .withMessage("shirt has 2048 pixels; at most 2047 are read.");
  }

  private static DecodedPicture decode(byte[] bytes) throws IOException {
    return DecodedPicture.decode(bytes, "shirt", DecodedPicture.MOST_PIXELS);
  }

  private static byte[] jpeg() throws IOException {
    return Jpegs.of(corners());
  }

  /** 64 x 32 in black; the first row starts bright and ends in middle grey. */
  private static BufferedImage corners() {
    BufferedImage picture = new BufferedImage(64, 32, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < 16; y++) {
      for (int x = 0; x < 16; x++) {
        picture.setRGB(x, y, 0x010101 * BRIGHT);
        picture.setRGB(63 - x, y, 0x010101 * MIDDLE);
      }
    }
    return picture;
  }
}
