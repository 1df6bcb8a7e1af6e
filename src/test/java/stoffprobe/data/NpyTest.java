package stoffprobe.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NpyTest {

  @TempDir Path folder;

  @Test
  void writesImagesAsNumpyDoes() throws IOException {
    Path file = folder.resolve("images.npy");

    Npy.write(file, counting(2, 3, 4));

    byte[] values = new byte[24];
    for (int i = 0; i < values.length; i++) {
      values[i] = (byte) i;
    }
    // numpy.save of arange(24, dtype=uint8).reshape(2, 3, 4), NumPy 1.24.2
    assertThat(Files.readAllBytes(file)).isEqualTo(numpy("(2, 3, 4)", 55, values));
  }

  /** The pixel in the second row and third column of the first image is 255, 128, 1. */
  @Test
  void writesImagesInColourAsNumpyDoesAndReadsThemBack() throws IOException {
    byte[] values = new byte[2 * 2 * 4 * 3];
    values[18] = (byte) 255;
    values[19] = (byte) 128;
    values[20] = 1;
    Images images = new Images(ByteBuffer.wrap(values), 2, 2, 4, 3);
    Path file = folder.resolve("colour.npy");

    Npy.write(file, images);
    Npy.write(folder.resolve("chosen.npy"), images, new int[] {1, 0});

    // numpy.save of zeros((2, 2, 4, 3), uint8) with a[0, 1, 2] = [255, 128, 1], NumPy 1.24.2
    assertThat(Files.readAllBytes(file)).isEqualTo(numpy("(2, 2, 4, 3)", 52, values));
    Images read = Npy.readImages(file);
    assertThat(read.shape()).containsExactly(2, 2, 4, 3);
    assertThat(read.pixel(0, 1, 2, 1)).isEqualTo(128);
    Images chosen = Npy.readImages(folder.resolve("chosen.npy"));
    assertThat(chosen.shape()).containsExactly(2, 2, 4, 3);
    assertThat(chosen.pixel(1, 1, 2, 0)).isEqualTo(255);
  }

  @Test
  void aLastDimensionThatIsNoColourIsRefused() throws IOException {
    Path file = folder.resolve("four.npy");
    Files.write(file, numpy("(1, 1, 1, 4)", 52, new byte[4]));

    assertThatThrownBy(() -> Npy.readImages(file))
        .isInstanceOf(BrokenFileException.class)
        .hasMessageContaining("its last dimension is 4, expected 3");
  }

  @Test
  void writesLabelsAsNumpyDoes() throws IOException {
    Path file = folder.resolve("labels.npy");
    byte[] labels = {9, 0, (byte) 200};

    Npy.write(file, new Labels(labels));

    assertThat(Files.readAllBytes(file)).isEqualTo(numpy("(3,)", 60, labels));
  }

  @Test
  void readsBackWhatItWrote() throws IOException {
    Images images = counting(7, 5, 3);
    Npy.write(folder.resolve("images.npy"), images);
    Npy.write(folder.resolve("labels.npy"), new Labels(new byte[] {1, (byte) 255}));

    Images read = Npy.readImages(folder.resolve("images.npy"));
    assertThat(read.count()).isEqualTo(7);
    assertThat(read.height()).isEqualTo(5);
    assertThat(read.width()).isEqualTo(3);
    assertThat(read.pixels()).isEqualTo(images.pixels());
    assertThat(Npy.readLabels(folder.resolve("labels.npy")).toIntArray()).containsExactly(1, 255);
  }

  @Test
  void writesChosenImagesInTheirOrder() throws IOException {
    // More images than one buffer of 65536 bytes holds.
    Images images = counting(300, 20, 20);
    int[] chosen = new int[300];
    Arrays.setAll(chosen, i -> 299 - i);

    Npy.write(folder.resolve("all.npy"), images, chosen);
    Npy.write(folder.resolve("two.npy"), images, new int[] {5, 0});

    Images all = Npy.readImages(folder.resolve("all.npy"));
    for (int i = 0; i < 300; i++) {
      assertThat(all.copy(i)).isEqualTo(images.copy(299 - i));
    }
    Images two = Npy.readImages(folder.resolve("two.npy"));
    assertThat(two.count()).isEqualTo(2);
    assertThat(two.copy(0)).isEqualTo(images.copy(5));
    assertThat(two.copy(1)).isEqualTo(images.copy(0));
  }

  @Test
  void writesImagesThatAreLargerThanItsBuffer() throws IOException {
    Images images = counting(3, 300, 300);

    Npy.write(folder.resolve("large.npy"), images, new int[] {2, 1});

    Images read = Npy.readImages(folder.resolve("large.npy"));
    assertThat(read.copy(0)).isEqualTo(images.copy(2));
    assertThat(read.copy(1)).isEqualTo(images.copy(1));
  }

  @Test
  void writesFloatsAsNumpyDoes() throws IOException {
    Path file = folder.resolve("floats.npy");

    Npy.write(file, new FloatArray(new float[] {1, -2.5f, 0, 0.1f, 3e38f, 1e-40f}, 1, 2, 3, 1));

    // numpy.save of the same array, float32, reshaped to (1, 2, 3, 1), NumPy 1.24.2
    String header = "{'descr': '<f4', 'fortran_order': False, 'shape': (1, 2, 3, 1), }";
    assertThat(Files.readAllBytes(file))
        .isEqualTo(
            npy(
                header + " ".repeat(117 - header.length()) + "\n",
                HexFormat.of().parseHex("0000803f000020c000000000cdcccc3de6b1617fc2160100")));
  }

  @Test
  void readsBackTheFloatsThatItWrote() throws IOException {
    Path file = folder.resolve("floats.npy");
    float[] values = {1, -2.5f, Float.MIN_VALUE, -0.0f, Float.MAX_VALUE, 7};
    Npy.write(file, new FloatArray(values, 3, 2));

    FloatArray read = Npy.readFloats(file, 2);

    assertThat(read.values()).containsExactly(values);
    assertThat(read.sizes()).containsExactly(3, 2);
    assertThatThrownBy(() -> Npy.readFloats(file, 1))
        .isInstanceOf(BrokenFileException.class)
        .hasMessageContaining("2 dimensions, expected 1");
  }

  @Test
  void pixelsAreNotTakenForFloats() throws IOException {
    Path file = folder.resolve("labels.npy");
    Npy.write(file, new Labels(new byte[] {1, 2, 3, 4}));

    assertThatThrownBy(() -> Npy.readFloats(file, 1))
        .isInstanceOf(BrokenFileException.class)
        .hasMessageContaining("not that of a float32 array");
  }

  @Test
  void neverOverwrites() throws IOException {
    Path file = folder.resolve("labels.npy");
    Npy.write(file, new Labels(new byte[] {1}));

    assertThatThrownBy(() -> Npy.write(file, new Labels(new byte[] {2})))
        .isInstanceOf(FileAlreadyExistsException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'descr': '<f4', 'fortran_order': False, 'shape': (1, 1, 3), }",
        "{'descr': '|u1', 'fortran_order': True, 'shape': (1, 1, 3), }",
        "{'descr': '|u1', 'fortran_order': False, 'shape': (3,), }",
        "{'descr': '|u1', 'fortran_order': False, 'shape': (1, 3), }",
        "{'descr': '|u1', 'fortran_order': False, 'shape': (1, 1, 4), }",
        "{'descr': '|u1', 'fortran_order': False, 'shape': (1, 1, 2), }",
        "{'descr': '|u1', 'fortran_order': False, 'shape': (3, 0, 5), }",
        "{'descr': '|u1', 'fortran_order': False, 'shape': (0, 0, 0), }",
        "{'descr': '|u1', 'fortran_order': False, 'shape': (2147483647, 2147483647, 2147483647), }",
        "{'descr': '|u1', 'fortran_order': False, 'shape': (65536, 65536, 4294967296), }",
        "{'descr': '|u1', 'fortran_order': False, 'shape': (1, 1 1, 3), }",
        "not a header"
      })
  void headersThatDoNotFitAreRefused(String header) throws IOException {
    Path file = folder.resolve("images.npy");
    Files.write(file, npy(header, new byte[3]));

    assertThatThrownBy(() -> Npy.readImages(file))
        .isInstanceOf(BrokenFileException.class)
        .hasMessageStartingWith(file + " can't be used: ")
        .hasMessageEndingWith("Run the stage that writes it again.");
  }

  @Test
  void everyTruncationIsRefused() throws IOException {
    byte[] whole = numpy("(1, 1, 3)", 55, new byte[] {1, 2, 3});
    Path file = folder.resolve("images.npy");
    for (int length = 0; length < whole.length; length++) {
      Files.write(file, Arrays.copyOf(whole, length));

      assertThatThrownBy(() -> Npy.readImages(file))
          .as("cut after %d bytes", length)
          .isInstanceOf(BrokenFileException.class);
    }
  }

  private static Images counting(int count, int height, int width) {
    byte[] pixels = new byte[count * height * width];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) (i + i / 256);
    }
    return new Images(ByteBuffer.wrap(pixels), count, height, width);
  }

  /** A header of 118 bytes, as NumPy pads it, and the values. */
  private static byte[] numpy(String shape, int padding, byte[] values) throws IOException {
    String header =
        "{'descr': '|u1', 'fortran_order': False, 'shape': "
            + shape
            + ", }"
            + " ".repeat(padding)
            + "\n";
    assertThat(header).hasSize(118);
    return npy(header, values);
  }

  private static byte[] npy(String header, byte[] values) throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.write(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0});
    file.write(header.length());
    file.write(0);
    file.write(header.getBytes(StandardCharsets.US_ASCII));
    file.write(values);
    return file.toByteArray();
  }
}
