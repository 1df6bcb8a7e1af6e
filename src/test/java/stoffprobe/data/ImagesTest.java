package stoffprobe.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ReadOnlyBufferException;
import org.junit.jupiter.api.Test;

class ImagesTest {

  private static final byte[] PIXELS = {0, 1, 2, 3, 4, 5, (byte) 200, 7, 8, 9, 10, 11};

  private final Images images = new Images(ByteBuffer.wrap(PIXELS), 2, 3, 2);

  @Test
  void pixelIsFoundByRowAndColumn() {
    assertThat(images.pixel(0, 2, 1)).isEqualTo(5);
    assertThat(images.pixel(1, 0, 0)).isEqualTo(200);
  }

  @Test
  void imageIsCopiedAndViewedRowByRow() {
    byte[] target = new byte[8];
    images.copyTo(1, target, 2);

    assertThat(images.copy(0)).containsExactly(0, 1, 2, 3, 4, 5);
    assertThat(target).containsExactly(0, 0, 200, 7, 8, 9, 10, 11);
    assertThat(images.view(1)).isEqualTo(ByteBuffer.wrap(images.copy(1)));
  }

  @Test
  void positionAndLimitOfTheBufferDoNotMatter() {
    Images same = new Images(ByteBuffer.wrap(PIXELS).position(3).limit(7), 2, 3, 2);

    assertThat(same.copy(1)).isEqualTo(images.copy(1));
    assertThat(same.pixels().remaining()).isEqualTo(12);
  }

  @Test
  void viewsCannotBeWritten() {
    assertThatThrownBy(() -> images.pixels().put((byte) 1))
        .isInstanceOf(ReadOnlyBufferException.class);
    assertThatThrownBy(() -> images.view(0).put((byte) 1))
        .isInstanceOf(ReadOnlyBufferException.class);
  }

  @Test
  void positionsOutsideAreRefusedAndNotWrapped() {
    assertThatThrownBy(() -> images.pixel(0, 0, 2)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> images.pixel(0, 3, 0)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> images.pixel(2, 0, 0)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> images.copy(-1)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void sizesThatDoNotFitAreRefused() {
    assertThatThrownBy(() -> new Images(ByteBuffer.wrap(PIXELS), 2, 3, 3))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Images(ByteBuffer.allocate(0), 0, 0, 3))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void labelsAreUnsignedAndCopied() {
    byte[] values = {(byte) 255, 3, 4};
    Labels labels = new Labels(values);
    values[0] = 0;

    assertThat(labels.get(0)).isEqualTo(255);
    assertThat(labels.toIntArray()).containsExactly(255, 3, 4);
    assertThat(labels.select(new int[] {2, 0, 2}).toIntArray()).containsExactly(4, 255, 4);
    assertThat(labels.bytes()).isEqualTo(ByteBuffer.wrap(new byte[] {(byte) 255, 3, 4}));
  }

  @Test
  void imagesAndLabelsHaveToBeAsMany() {
    Labels three = new Labels(new byte[3]);

    assertThatThrownBy(() -> new LabelledImages(images, three))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("2 images but 3 labels");
  }

  @Test
  void aPixelInColourIsThreeNumbers() {
    byte[] values = new byte[2 * 1 * 2 * 3];
    for (int i = 0; i < values.length; i++) {
      values[i] = (byte) i;
    }
    Images images = new Images(ByteBuffer.wrap(values), 2, 1, 2, 3);

    assertThat(images.colour()).isTrue();
    assertThat(images.size()).isEqualTo(6);
    assertThat(images.shape()).containsExactly(2, 1, 2, 3);
    assertThat(images.pixel(1, 0, 1, 2)).isEqualTo(11);
    assertThat(images.copy(1)).containsExactly(6, 7, 8, 9, 10, 11);
    assertThat(images.fits(new Images(ByteBuffer.allocate(2), 1, 1, 2))).isFalse();
    assertThatThrownBy(() -> images.pixel(0, 0, 0)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> images.pixel(0, 0, 0, 3))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> new Images(ByteBuffer.allocate(4), 1, 1, 2, 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("[1, 1, 2, 2]");
  }
}
