package stoffprobe.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A broken file that is read without a complaint trains a network on noise; a lying header that is
 * believed takes the machine's memory. Every kind of both is built here.
 */
class IdxTest {

  private static final int[] TWO_BY_TWO_BY_THREE = {2, 2, 3};

  @Test
  void readsImagesRowByRow() throws IOException {
    Idx.Content<Images> content = images(IdxFiles.images(2, 2, 3));

    Images images = content.values();
    assertThat(images.count()).isEqualTo(2);
    assertThat(images.height()).isEqualTo(2);
    assertThat(images.width()).isEqualTo(3);
    assertThat(images.copy(1)).containsExactly(6, 7, 8, 9, 10, 11);
    assertThat(images.pixel(1, 1, 2)).isEqualTo(11);
    assertThat(content.bytes()).isEqualTo(16 + 12);
  }

  @Test
  void readsLabelsAsUnsignedBytes() throws IOException {
    Idx.Content<Labels> content = labels(IdxFiles.labels(9, 0, 255));

    assertThat(content.values().toIntArray()).containsExactly(9, 0, 255);
    assertThat(content.bytes()).isEqualTo(8 + 3);
  }

  @Test
  void hashesTheDecompressedBytes() throws IOException {
    byte[] file = {0, 0, 8, 1, 0, 0, 0, 3, 9, 0, 2};
    // printf '\0\0\10\1\0\0\0\3\11\0\2' | sha256sum
    String expected = "c5f5c932fd9a7190ceb5e77080006e45fea9d3bbb12ff0558785a1e8459b52f3";

    assertThat(labels(file).sha256()).isEqualTo(expected);
    assertThat(labels(IdxFiles.gzip(file)).sha256()).isEqualTo(expected);
    assertThat(labels(IdxFiles.gzip(file)).bytes()).isEqualTo(11);
  }

  @Test
  void readsMoreValuesThanTheFirstBufferHolds() throws IOException {
    int count = 3_000_000;
    byte[] values = new byte[count];
    values[count - 1] = 7;
    byte[] file = IdxFiles.idx(new int[] {count}, values);

    assertThat(labels(IdxFiles.gzip(file)).values().get(count - 1)).isEqualTo(7);
  }

  @Test
  void wrongMagicIsSaid() {
    assertThatThrownBy(() -> images("<html>".getBytes(StandardCharsets.US_ASCII)))
        .isInstanceOf(BrokenFileException.class)
        .hasMessage(
            "a.idx: it starts with 3C 68 74 6D, an IDX file of images with 00 00 08 03. Get the IDX"
                + " file, plain or as .gz.");
  }

  @Test
  void anotherTypeOfValuesIsNamed() {
    byte[] floats = IdxFiles.idx(0x00000D03, TWO_BY_TWO_BY_THREE, new byte[48]);

    assertThatThrownBy(() -> images(floats))
        .isInstanceOf(BrokenFileException.class)
        .hasMessageContaining("type 0D (float); only 08 (unsigned byte)");
  }

  @Test
  void labelsInPlaceOfImagesAreRecognised() {
    assertThatThrownBy(() -> images(IdxFiles.labels(1, 2, 3)))
        .isInstanceOf(BrokenFileException.class)
        .hasMessageContaining("it has 1 dimension (labels), expected 3 (images)")
        .hasMessageContaining("mixed up");
    assertThatThrownBy(() -> labels(IdxFiles.images(1, 2, 3)))
        .isInstanceOf(BrokenFileException.class)
        .hasMessageContaining("it has 3 dimensions (images), expected 1 (labels)");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
  void sizesThatNoImageHasAreRefused(int size) {
    for (int dimension = 0; dimension < 3; dimension++) {
      int[] sizes = TWO_BY_TWO_BY_THREE.clone();
      sizes[dimension] = size;

      assertThatThrownBy(() -> images(IdxFiles.idx(sizes, new byte[12])))
          .isInstanceOf(BrokenFileException.class)
          .hasMessageContaining("states a size of " + Integer.toUnsignedLong(size))
          .hasMessageContaining("in dimension " + (dimension + 1));
    }
  }

  @Test
  void moreValuesThanAnArrayHoldsAreRefused() {
    int[] terabytes = {Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE};
    int[] oneTooMany = {Integer.MAX_VALUE - 7};

    assertThatThrownBy(() -> images(IdxFiles.idx(terabytes)))
        .isInstanceOf(BrokenFileException.class)
        .hasMessageContaining("2147483647 x 2147483647 x 2147483647 values; at most 2147483639");
    assertThatThrownBy(() -> labels(IdxFiles.idx(oneTooMany)))
        .isInstanceOf(BrokenFileException.class)
        .hasMessageContaining("2147483640 values; at most 2147483639");
  }

  @Test
  void headerThatClaimsGigabytesTakesNoMemory() {
    // 2 GB would not fit: the tests' JVM may use 1 GB.
    byte[] file = IdxFiles.idx(new int[] {2_147_483_639}, new byte[100]);

    assertThatThrownBy(() -> labels(file))
        .isInstanceOf(BrokenFileException.class)
        .hasMessageContaining("ends after 108 of the 2147483647 bytes");
  }

  @Test
  void everyTruncationIsRefused() {
    byte[] whole = IdxFiles.images(2, 2, 3);
    for (int length = 0; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);

      assertThatThrownBy(() -> images(cut))
          .as("cut after %d bytes", length)
          .isInstanceOf(BrokenFileException.class)
          .hasMessageContaining("ends after " + length);
    }
  }

  @Test
  void truncatedValuesTellHowManyBytesOfHowMany() {
    byte[] cut = Arrays.copyOf(IdxFiles.images(2, 2, 3), 20);

    assertThatThrownBy(() -> images(cut))
        .hasMessage(
            "a.idx: it ends after 20 of the 28 bytes that its header promises (2 x 2 x 3). Get a"
                + " complete copy of the file.");
  }

  @Test
  void bytesLeftOverAreRefused() {
    byte[] whole = IdxFiles.labels(1, 2, 3);
    byte[] longer = Arrays.copyOf(whole, whole.length + 1);

    assertThatThrownBy(() -> labels(longer))
        .isInstanceOf(BrokenFileException.class)
        .hasMessageContaining("bytes are left over behind the 11");
    assertThatThrownBy(() -> labels(IdxFiles.gzip(longer)))
        .isInstanceOf(BrokenFileException.class)
        .hasMessageContaining("bytes are left over behind the 11");
  }

  @Test
  void everyCutGzipIsRefused() {
    byte[] whole = IdxFiles.gzip(IdxFiles.images(2, 2, 3));
    for (int length = 0; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);

      assertThatThrownBy(() -> images(cut))
          .as("cut after %d bytes", length)
          .isInstanceOf(BrokenFileException.class)
          .hasMessageStartingWith("a.idx: ");
    }
  }

  @Test
  void gzipWithWrongChecksumIsRefused() {
    byte[] file = IdxFiles.gzip(IdxFiles.labels(1, 2, 3));
    file[file.length - 8] ^= 1;

    assertThatThrownBy(() -> labels(file))
        .isInstanceOf(BrokenFileException.class)
        .hasMessageContaining("gzip data is cut off or damaged, somewhere after the first 11");
  }

  @Test
  void gzipBombIsDecompressedNoFurtherThanOneByteBehindItsHeader() {
    // Random bytes don't compress, so that what was read tells what was decompressed.
    byte[] values = new byte[4_000_000];
    new Random(1).nextBytes(values);
    ByteArrayInputStream bomb =
        new ByteArrayInputStream(IdxFiles.gzip(IdxFiles.idx(new int[] {3}, values)));

    assertThatThrownBy(() -> Idx.readLabels(bomb, "bomb.gz"))
        .isInstanceOf(BrokenFileException.class)
        .hasMessageContaining("left over behind the 11");
    assertThat(bomb.available()).isGreaterThan(3_800_000);
  }

  @Test
  void errorOfTheDiskIsNoBrokenFile() {
    InputStream failing =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("Input/output error");
          }

          @Override
          public int read(byte[] target, int offset, int length) throws IOException {
            throw new IOException("Input/output error");
          }
        };

    assertThatThrownBy(() -> Idx.readImages(failing, "a.idx"))
        .isExactlyInstanceOf(IOException.class)
        .hasMessage("Input/output error");
  }

  private static Idx.Content<Images> images(byte... file) throws IOException {
    return Idx.readImages(new ByteArrayInputStream(file), "a.idx");
  }

  private static Idx.Content<Labels> labels(byte... file) throws IOException {
    return Idx.readLabels(new ByteArrayInputStream(file), "a.idx");
  }
}
