package stoffprobe.pictures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;
import stoffprobe.config.Invert;

/** What a picture becomes on its way to the model: a shift of shade or place is no error there. */
final class PictureRuleTest {

  @Test
  void coloursCountByTheirLuma() {
    assertThat(values(rgb(3, 0xff0000, 0x00ff00, 0x0000ff), 1))
        .containsExactly(new double[] {0.299, 0.587, 0.114}, within(1e-12));
    assertThat(values(bgr(3, 0xff0000, 0x00ff00, 0x0000ff), 1))
        .as("as JPEG files are decoded")
        .containsExactly(new double[] {0.299, 0.587, 0.114}, within(1e-12));
  }

  @Test
  void threeChannelsKeepRedGreenAndBlueInThisOrder() {
    double[] expected = {1, 0, 0.2, 0.4, 1, 0};

    assertThat(values(rgb(2, 0xff0033, 0x66ff00), 3)).containsExactly(expected, within(1e-12));
    assertThat(values(bgr(2, 0xff0033, 0x66ff00), 3)).containsExactly(expected, within(1e-12));
    assertThat(new PictureRule(1, 2, 3, Invert.NEVER).pixels(picture(bgr(2, 0xff0033, 0x66ff00))))
        .containsExactly(255, 0, 51, 102, 255, 0);
    assertThat(new PictureRule(1, 2, 3, Invert.ALWAYS).pixels(picture(bgr(2, 0xff0033, 0x66ff00))))
        .containsExactly(0, 255, 204, 153, 0, 255);
  }

  @Test
  void theShadesOfAGreyPictureAreThoseOfItsFile() {
    BufferedImage eightBits = new BufferedImage(3, 1, BufferedImage.TYPE_BYTE_GRAY);
    BufferedImage sixteenBits = new BufferedImage(3, 1, BufferedImage.TYPE_USHORT_GRAY);
    for (int x = 0; x < 3; x++) {
      eightBits.getRaster().setSample(x, 0, 0, 64 * x);
      sixteenBits.getRaster().setSample(x, 0, 0, 257 * 64 * x);
    }
    double[] expected = {0, 64 / 255.0, 128 / 255.0};

    assertThat(values(eightBits, 1)).containsExactly(expected, within(1e-12));
    assertThat(values(sixteenBits, 1)).containsExactly(expected, within(1e-12));
    assertThat(values(eightBits, 3))
        .containsExactly(
            new double[] {
              0, 0, 0, expected[1], expected[1], expected[1], expected[2], expected[2], expected[2]
            },
            within(1e-12));
  }

  @Test
  void whatIsTransparentShowsWhite() {
    BufferedImage picture = new BufferedImage(3, 1, BufferedImage.TYPE_INT_ARGB);
    picture.setRGB(0, 0, 0x00000000);
    picture.setRGB(1, 0, 0xff000000);
    picture.setRGB(2, 0, 0x33000000);

    assertThat(values(picture, 1)).containsExactly(new double[] {1, 0, 0.8}, within(1e-12));
  }

  @Test
  void aBrightBorderIsTurnedIntoItsNegativeUnlessToldOtherwise() {
    BufferedImage bright = rgb(3, 0xffffff, 0xffffff, 0xffffff, 0xffffff, 0, 0xffffff, 0, 0, 0);
    BufferedImage dark = rgb(3, 0xffffff, 0xffffff, 0, 0xffffff, 0, 0xffffff, 0, 0, 0);

    assertThat(negative(Invert.AUTO, bright)).as("five of eight are white").isTrue();
    assertThat(negative(Invert.AUTO, dark)).as("half of them is not more than half").isFalse();
    assertThat(negative(Invert.NEVER, bright)).isFalse();
    assertThat(negative(Invert.ALWAYS, dark)).isTrue();
    assertThat(new PictureRule(3, 3, 1, Invert.AUTO).pixels(picture(bright)))
        .containsExactly(0, 0, 0, 0, 255, 0, 255, 255, 255);
  }

  @Test
  void theBorderIsTheOutermostPixelsEachOnce() {
    int b = 0xffffff;
    // 3 x 3, white in the centre and in one corner: one of eight border pixels.
    assertThat(PictureRule.border(rgb(3, b, 0, 0, 0, b, 0, 0, 0, 0)))
        .isCloseTo(1.0 / 8, within(1e-12));
    assertThat(PictureRule.border(rgb(1, b, 0, 0, b)))
        .as("one column")
        .isCloseTo(0.5, within(1e-12));
    assertThat(PictureRule.border(rgb(4, b, 0, 0, 0))).as("one row").isCloseTo(0.25, within(1e-12));
  }

  @Test
  void aPictureOfTheRightSizeStaysAsItIs() {
    assertThat(fitted(rgb(2, 0x000000, 0x404040, 0x808080, 0xffffff), 2, 2))
        .containsExactly(0, 64, 128, 255);
  }

  @Test
  void aLargerPictureIsAveraged() {
    // Two by two pixels each: (0 + 0 + 255 + 255) / 4 = 127.5, (0 + 0 + 0 + 51) / 4 = 12.75
    int b = 0xffffff;
    assertThat(fitted(rgb(4, 0, b, 0, 0, 0, b, 0, 0x333333, 0, 0, b, b, 0, 0, b, b), 2, 2))
        .containsExactly(128, 13, 0, 255);
  }

  @Test
  void pixelsThatLieInTwoAreasCountByTheirShares() {
    // Three columns to two: (255 + 0.5 * 0) / 1.5 = 170, (0.5 * 0 + 0) / 1.5 = 0; one row.
    assertThat(fitted(rgb(3, 0xffffff, 0, 0), 1, 2)).containsExactly(170, 0);
  }

  @Test
  void proportionsAreKeptWithBlackAround() {
    int b = 0xffffff;
    assertThat(fitted(rgb(2, b, b, b, b, b, b, b, b), 4, 4))
        .as("twice as high as wide")
        .containsExactly(0, 255, 255, 0, 0, 255, 255, 0, 0, 255, 255, 0, 0, 255, 255, 0);
    assertThat(fitted(rgb(4, b, b, b, b), 3, 4))
        .as("a row")
        .containsExactly(0, 0, 0, 0, 255, 255, 255, 255, 0, 0, 0, 0);
  }

  @Test
  void aSinglePixelAndAThreadFillWhatTheyCan() {
    assertThat(fitted(rgb(1, 0xffffff), 2, 2)).containsExactly(255, 255, 255, 255);
    int[] thread = new int[1000];
    java.util.Arrays.fill(thread, 0xffffff);
    assertThat(fitted(rgb(1000, thread), 3, 3)).containsExactly(0, 0, 0, 255, 255, 255, 0, 0, 0);
  }

  private static byte[] fitted(BufferedImage image, int rows, int columns) {
    return new PictureRule(rows, columns, 1, Invert.NEVER).pixels(picture(image));
  }

  private static boolean negative(Invert invert, BufferedImage image) {
    return new PictureRule(1, 1, 1, invert).negative(picture(image));
  }

  private static DecodedPicture picture(BufferedImage image) {
    return DecodedPicture.of(image);
  }

  /** The values of a picture of one row. */
  private static double[] values(BufferedImage image, int channels) {
    double[] row = new double[image.getWidth() * channels];
    new PixelRows(image, channels).read(0, row);
    return row;
  }

  private static BufferedImage rgb(int width, int... colours) {
    return image(BufferedImage.TYPE_INT_RGB, width, colours);
  }

  private static BufferedImage bgr(int width, int... colours) {
    return image(BufferedImage.TYPE_3BYTE_BGR, width, colours);
  }

  private static BufferedImage image(int type, int width, int... colours) {
    int height = colours.length / width;
    BufferedImage picture = new BufferedImage(width, height, type);
    picture.setRGB(0, 0, width, height, colours, 0, width);
    return picture;
  }
}
