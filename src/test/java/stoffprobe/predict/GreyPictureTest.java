package stoffprobe.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

/** What a picture becomes on its way to the model: a shift of shade or place is no error there. */
final class GreyPictureTest {

  @Test
  void coloursCountByTheirLuma() {
    GreyPicture grey = rgb(3, 0xff0000, 0x00ff00, 0x0000ff);

    assertThat(grey.value(0, 0)).isCloseTo(0.299, within(1e-12));
    assertThat(grey.value(1, 0)).isCloseTo(0.587, within(1e-12));
    assertThat(grey.value(2, 0)).isCloseTo(0.114, within(1e-12));
  }

  @Test
  void theShadesOfAGreyPictureAreThoseOfItsFile() {
    BufferedImage eightBits = new BufferedImage(3, 1, BufferedImage.TYPE_BYTE_GRAY);
    BufferedImage sixteenBits = new BufferedImage(3, 1, BufferedImage.TYPE_USHORT_GRAY);
    for (int x = 0; x < 3; x++) {
      eightBits.getRaster().setSample(x, 0, 0, 64 * x);
      sixteenBits.getRaster().setSample(x, 0, 0, 257 * 64 * x);
    }

    for (int x = 0; x < 3; x++) {
      assertThat(GreyPicture.of(eightBits).value(x, 0)).isCloseTo(64 * x / 255.0, within(1e-12));
      assertThat(GreyPicture.of(sixteenBits).value(x, 0)).isCloseTo(64 * x / 255.0, within(1e-12));
    }
  }

  @Test
  void whatIsTransparentShowsWhite() {
    BufferedImage picture = new BufferedImage(2, 1, BufferedImage.TYPE_INT_ARGB);
    picture.setRGB(0, 0, 0x00000000);
    picture.setRGB(1, 0, 0xff000000);

    assertThat(GreyPicture.of(picture).value(0, 0)).isEqualTo(1);
    assertThat(GreyPicture.of(picture).value(1, 0)).isZero();
  }

  @Test
  void theNegativeOfTheNegativeIsThePicture() {
    GreyPicture grey = rgb(2, 0x333333, 0xffffff);

    assertThat(grey.inverted().value(0, 0)).isCloseTo(0.8, within(1e-12));
    assertThat(grey.inverted().value(1, 0)).isZero();
    assertThat(grey.inverted().inverted().value(0, 0)).isEqualTo(grey.value(0, 0));
  }

  @Test
  void theBorderIsTheOutermostPixelsEachOnce() {
    int b = 0xffffff;
    // 3 x 3, white in the centre and in one corner: one of eight border pixels.
    assertThat(rgb(3, b, 0, 0, 0, b, 0, 0, 0, 0).border()).isCloseTo(1.0 / 8, within(1e-12));
    assertThat(rgb(1, b, 0, 0, b).border()).as("one column").isCloseTo(0.5, within(1e-12));
    assertThat(rgb(4, b, 0, 0, 0).border()).as("one row").isCloseTo(0.25, within(1e-12));
  }

  @Test
  void aPictureOfTheRightSizeStaysAsItIs() {
    assertThat(rgb(2, 0x000000, 0x404040, 0x808080, 0xffffff).fitted(2, 2))
        .containsExactly(0, 64, 128, 255);
  }

  @Test
  void aLargerPictureIsAveraged() {
    // Two by two pixels each: (0 + 0 + 255 + 255) / 4 = 127.5, (0 + 0 + 0 + 51) / 4 = 12.75
    int b = 0xffffff;
    assertThat(rgb(4, 0, b, 0, 0, 0, b, 0, 0x333333, 0, 0, b, b, 0, 0, b, b).fitted(2, 2))
        .containsExactly(128, 13, 0, 255);
  }

  @Test
  void pixelsThatLieInTwoAreasCountByTheirShares() {
    // Three columns to two: (255 + 0.5 * 0) / 1.5 = 170, (0.5 * 0 + 0) / 1.5 = 0; one row.
    assertThat(rgb(3, 0xffffff, 0, 0).fitted(1, 2)).containsExactly(170, 0);
  }

  @Test
  void proportionsAreKeptWithBlackAround() {
    int b = 0xffffff;
    assertThat(rgb(2, b, b, b, b, b, b, b, b).fitted(4, 4))
        .as("twice as high as wide")
        .containsExactly(0, 255, 255, 0, 0, 255, 255, 0, 0, 255, 255, 0, 0, 255, 255, 0);
    assertThat(rgb(4, b, b, b, b).fitted(3, 4))
        .as("a row")
        .containsExactly(0, 0, 0, 0, 255, 255, 255, 255, 0, 0, 0, 0);
  }

  @Test
  void aSinglePixelAndAThreadFillWhatTheyCan() {
    assertThat(rgb(1, 0xffffff).fitted(2, 2)).containsExactly(255, 255, 255, 255);
    int[] thread = new int[1000];
    java.util.Arrays.fill(thread, 0xffffff);
    assertThat(rgb(1000, thread).fitted(3, 3)).containsExactly(0, 0, 0, 255, 255, 255, 0, 0, 0);
  }

  private static GreyPicture rgb(int width, int... colours) {
    int height = colours.length / width;
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    picture.setRGB(0, 0, width, height, colours, 0, width);
    return GreyPicture.of(picture);
  }
}
