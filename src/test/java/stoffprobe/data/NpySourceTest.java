package stoffprobe.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Arrays that NumPy saved: read as another type, labels would be wrong without a word. */
final class NpySourceTest {

  @ParameterizedTest
  @CsvSource({"|u1, 1", "|i1, 1", "<u2, 2", "<i2, 2", "<u4, 4", "<i4, 4", "<u8, 8", "<i8, 8"})
  void labelsOfEveryWholeTypeAreRead(String type, int size) throws IOException {
    byte[] file = file(1, type, "(3,)", numbers(size, 7, 0, 120));

    Labels labels = NpySource.readLabels(in(file), "labels.npy").values();

    assertThat(labels.toIntArray()).containsExactly(7, 0, 120);
  }

  @Test
  void imagesAreReadPlainAndCompressedWithTheirHash() throws IOException {
    byte[] file = file(1, "|u1", "(2, 1, 3)", new byte[] {0, 1, 2, 3, 4, (byte) 255});
    for (byte[] bytes : new byte[][] {file, gzip(file)}) {
      Idx.Content<Images> content = NpySource.readImages(in(bytes), "images.npy");

      assertThat(content.values().count()).isEqualTo(2);
      assertThat(content.values().copy(1)).containsExactly(3, 4, 255);
      assertThat(content.bytes()).isEqualTo(file.length);
      assertThat(content.sha256())
          .isEqualTo(java.util.HexFormat.of().formatHex(Sha256.start().digest(file)));
    }
    byte[] grey = file(2, "|u1", "(1, 2, 1, 1)", new byte[] {5, 6});
    assertThat(NpySource.readImages(in(grey), "x").values().copy(0)).containsExactly(5, 6);
  }

  @Test
  void aLastDimensionOfThreeIsColour() throws IOException {
    byte[] file = file(1, "|u1", "(1, 1, 2, 3)", new byte[] {1, 2, 3, 4, 5, 6});

    Images images = NpySource.readImages(in(file), "x").values();

    assertThat(images.shape()).containsExactly(1, 1, 2, 3);
    assertThat(images.pixel(0, 0, 1, 0)).isEqualTo(4);
  }

  @Test
  void whatIsNoSuchArrayIsSaid() {
    assertImages("expected images as |u1", file(1, "<f4", "(1, 1, 1)", new byte[4]));
    assertImages("expected images as |u1", file(1, "|u1", "(2, 3)", new byte[6]));
    assertImages("or [n, height, width, 3]", file(1, "|u1", "(1, 1, 1, 2)", new byte[2]));
    assertImages("expected images as |u1", file(1, "|u1", "(1, 1, 1, 4)", new byte[4]));
    assertImages(
        "in Fortran order",
        new String(file(1, "|u1", "(1, 1, 1)", new byte[1]), StandardCharsets.ISO_8859_1)
            .replace("False", "True ")
            .getBytes(StandardCharsets.ISO_8859_1));
    assertImages("states the shape", file(1, "|u1", "(0, 1, 1)", new byte[0]));
    assertImages("states the shape", file(1, "|u1", "(9999999999, 1, 1)", new byte[1]));
    assertImages("promises", file(1, "|u1", "(99999, 9999, 99)", new byte[1]));
    assertImages("ends after", file(1, "|u1", "(2, 1, 1)", new byte[1]));
    assertImages("left over", file(1, "|u1", "(1, 1, 1)", new byte[2]));
    assertImages("does not start", "no array".getBytes(StandardCharsets.UTF_8));
    assertImages("describes no plain array", file(1, "', 'x", "x", new byte[1]));
    assertThatExceptionOfType(BrokenFileException.class)
        .isThrownBy(
            () -> NpySource.readLabels(in(file(1, "<i2", "(2,)", numbers(2, 1, 256))), "labels"))
        .withMessageContaining("label 256 of image 1");
    assertThatExceptionOfType(BrokenFileException.class)
        .isThrownBy(() -> NpySource.readLabels(in(file(1, "|i1", "(1,)", new byte[] {-1})), "l"))
        .withMessageContaining("label -1 of image 0");
  }

  @Test
  void aDamagedHeaderIsAlwaysAPlainError() {
    byte[] whole = file(1, "|u1", "(2, 1, 3)", new byte[6]);
    Random random = new Random(3);
    for (int i = 0; i < 2000; i++) {
      byte[] damaged =
          random.nextBoolean() ? whole.clone() : Arrays.copyOf(whole, random.nextInt(whole.length));
      for (int k = random.nextInt(3); k >= 0 && damaged.length > 0; k--) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      }
      try {
        assertThat(NpySource.readImages(in(damaged), "x").values().count()).isPositive();
      } catch (IOException e) {
        assertThat(e).isInstanceOf(BrokenFileException.class).hasMessageStartingWith("x: ");
      }
    }
  }

  private static void assertImages(String words, byte[] file) {
    assertThatExceptionOfType(BrokenFileException.class)
        .isThrownBy(() -> NpySource.readImages(in(file), "images.npy"))
        .withMessageStartingWith("images.npy: ")
        .withMessageContaining(words);
  }

  private static byte[] numbers(int size, int... values) {
    ByteBuffer bytes = ByteBuffer.allocate(size * values.length).order(ByteOrder.LITTLE_ENDIAN);
    for (int value : values) {
      for (int i = 0; i < size; i++) {
        bytes.put((byte) (i < 4 ? value >> (8 * i) : 0));
      }
    }
    return bytes.array();
  }

  private static byte[] file(int version, String type, String shape, byte[] values) {
    String text =
        "{'descr': '" + type + "', 'fortran_order': False, 'shape': " + shape + ", }   \n";
    byte[] header = text.getBytes(StandardCharsets.ISO_8859_1);
    int field = version == 1 ? 2 : 4;
    ByteBuffer file =
        ByteBuffer.allocate(8 + field + header.length + values.length)
            .order(ByteOrder.LITTLE_ENDIAN);
    file.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', (byte) version, 0});
    if (version == 1) {
      file.putShort((short) header.length);
    } else {
      file.putInt(header.length);
    }
    return file.put(header).put(values).array();
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    }
    return packed.toByteArray();
  }

  private static ByteArrayInputStream in(byte[] bytes) {
    return new ByteArrayInputStream(bytes);
  }
}
