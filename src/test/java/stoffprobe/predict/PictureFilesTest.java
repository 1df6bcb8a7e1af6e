package stoffprobe.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stoffprobe.config.Invert;
import stoffprobe.data.BrokenFileException;

/** Real files, as a camera, a drawing program and the data set leave them. */
final class PictureFilesTest {

  @TempDir private Path folder;
  private PictureFiles asTheyAre;

  @BeforeEach
  void takeTwoByThree() {
    asTheyAre = new PictureFiles(2, 3, Invert.NEVER);
  }

  /** The same image in three kinds of file: the model has to see the same pixels. */
  @Test
  void greyAndColouredPngAndIdxGiveTheSamePixels() throws IOException {
    byte[] pixels = {0, 10, 64, (byte) 128, (byte) 200, (byte) 255};

    assertThat(pixels(png("grey.png", BufferedImage.TYPE_BYTE_GRAY, pixels))).isEqualTo(pixels);
    assertThat(pixels(png("colour.png", BufferedImage.TYPE_3BYTE_BGR, pixels))).isEqualTo(pixels);
    assertThat(pixels(idx("images-idx3-ubyte", 1, pixels))).isEqualTo(pixels);
  }

  @Test
  void aJpegIsReadUpToItsLosses() throws IOException {
    BufferedImage picture = new BufferedImage(30, 20, BufferedImage.TYPE_INT_RGB);
    for (int x = 15; x < 30; x++) {
      for (int y = 0; y < 20; y++) {
        picture.setRGB(x, y, 0xc8c8c8);
      }
    }
    Path file = folder.resolve("shirt.JPG");
    assertThat(ImageIO.write(picture, "jpg", file.toFile())).isTrue();

    byte[] pixels = pixels(file);

    assertThat(Byte.toUnsignedInt(pixels[0])).isLessThan(10);
    assertThat(Byte.toUnsignedInt(pixels[2])).isBetween(190, 210);
    assertThat(Byte.toUnsignedInt(pixels[5])).isBetween(190, 210);
  }

  @Test
  void aBrightBorderTurnsThePictureIntoItsNegativeUnlessToldOtherwise() throws IOException {
    byte[] white = {-1, -1, -1, -1, -1, 0};
    Path file = png("white.png", BufferedImage.TYPE_BYTE_GRAY, white);

    assertThat(pixels(Invert.AUTO, file)).containsExactly(0, 0, 0, 0, 0, 255);
    assertThat(pixels(Invert.ALWAYS, file)).containsExactly(0, 0, 0, 0, 0, 255);
    assertThat(pixels(Invert.NEVER, file)).isEqualTo(white);
  }

  @Test
  void aDarkBorderStaysUnlessToldOtherwise() throws IOException {
    byte[] dark = {0, 0, 0, 0, 0, -1};
    Path file = png("dark.png", BufferedImage.TYPE_BYTE_GRAY, dark);

    assertThat(pixels(Invert.AUTO, file)).isEqualTo(dark);
    assertThat(pixels(Invert.ALWAYS, file)).containsExactly(255, 255, 255, 255, 255, 0);
  }

  @Test
  void imagesOfTheDataSetAreNeverInverted() throws IOException {
    byte[] white = {-1, -1, -1, -1, -1, -1};

    assertThat(pixels(Invert.AUTO, idx("white-idx3-ubyte", 1, white))).isEqualTo(white);
  }

  @Test
  void filesComeInTheOrderOfTheArgumentsAndThoseOfAFolderByName() throws IOException {
    byte[] black = new byte[6];
    Path first = png("z.png", BufferedImage.TYPE_BYTE_GRAY, black);
    Path scans = Files.createDirectory(folder.resolve("scans"));
    Files.copy(first, scans.resolve("b.PNG"));
    Files.copy(first, scans.resolve("a.png"));
    Files.writeString(scans.resolve("notes.txt"), "not a picture");
    Path idx = idx("images", 2, new byte[12]);

    List<PictureFiles.Picture> pictures =
        asTheyAre.read(List.of(first, scans, idx)).stream()
            .flatMap(batch -> batch.pictures().stream())
            .toList();

    assertThat(pictures)
        .containsExactly(
            new PictureFiles.Picture(first, 0),
            new PictureFiles.Picture(scans.resolve("a.png"), 0),
            new PictureFiles.Picture(scans.resolve("b.PNG"), 0),
            new PictureFiles.Picture(idx, 0),
            new PictureFiles.Picture(idx, 1));
  }

  @Test
  void whatIsNoPictureIsNamed() throws IOException {
    Path text = Files.writeString(folder.resolve("shirt.png"), "a shirt");
    Path empty = Files.createFile(folder.resolve("empty.png"));
    Path nothing = Files.createDirectory(folder.resolve("nothing"));

    assertBroken(text, "shirt.png", "no PNG or JPEG file");
    assertBroken(empty, "empty.png", "no PNG or JPEG file");
    assertBroken(nothing, "nothing", "no PNG or JPEG file");
    assertBroken(folder.resolve("nowhere.png"), "nowhere.png", "does not exist");
  }

  @Test
  void aPictureCutOffAnywhereIsNamed() throws IOException {
    byte[] whole = Files.readAllBytes(png("a.png", BufferedImage.TYPE_BYTE_GRAY, new byte[6]));
    for (int length = 8; length < whole.length - 16; length++) {
      Path cut = Files.write(folder.resolve("cut.png"), Arrays.copyOf(whole, length));

      assertBroken(cut, "cut.png");
    }
  }

  /** A header of 33 bytes that claims 3.6 billion pixels: refused before memory is taken. */
  @Test
  void aPictureThatClaimsBillionsOfPixelsIsRefused() throws IOException {
    byte[] bytes = Files.readAllBytes(png("a.png", BufferedImage.TYPE_BYTE_GRAY, new byte[6]));
    ByteBuffer.wrap(bytes).putInt(16, 60_000).putInt(20, 60_000);
    java.util.zip.CRC32 crc = new java.util.zip.CRC32();
    crc.update(bytes, 12, 17);
    ByteBuffer.wrap(bytes).putInt(29, (int) crc.getValue());
    Path file = Files.write(folder.resolve("huge.png"), bytes);

    assertBroken(file, "huge.png", "3600000000 pixels");
  }

  @Test
  void imagesOfAnotherSizeInAnIdxFileAreRefused() throws IOException {
    Path file = idx("images", 1, new byte[6]);

    assertThatExceptionOfType(BrokenFileException.class)
        .isThrownBy(() -> new PictureFiles(3, 2, Invert.AUTO).read(List.of(file)))
        .withMessageContainingAll("images", "2 x 3", "3 x 2");
  }

  private void assertBroken(Path file, String... words) {
    assertThatExceptionOfType(BrokenFileException.class)
        .isThrownBy(() -> asTheyAre.read(List.of(file)))
        .withMessageContainingAll(words);
  }

  private byte[] pixels(Path file) throws IOException {
    return pixels(Invert.NEVER, file);
  }

  private static byte[] pixels(Invert invert, Path file) throws IOException {
    return new PictureFiles(2, 3, invert).read(List.of(file)).get(0).images().copy(0);
  }

  /** A PNG of two rows and three columns; in colour, all channels get the value. */
  private Path png(String name, int type, byte[] pixels) throws IOException {
    BufferedImage picture = new BufferedImage(3, 2, type);
    for (int i = 0; i < pixels.length; i++) {
      for (int band = 0; band < picture.getRaster().getNumBands(); band++) {
        picture.getRaster().setSample(i % 3, i / 3, band, Byte.toUnsignedInt(pixels[i]));
      }
    }
    Path file = folder.resolve(name);
    assertThat(ImageIO.write(picture, "png", file.toFile())).isTrue();
    return file;
  }

  private Path idx(String name, int count, byte[] pixels) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(16 + pixels.length);
    bytes.putInt(0x00000803).putInt(count).putInt(2).putInt(3).put(pixels);
    return Files.write(folder.resolve(name), bytes.array());
  }
}
