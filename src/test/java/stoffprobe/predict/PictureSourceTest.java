package stoffprobe.predict;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stoffprobe.config.Invert;
import stoffprobe.data.Images;
import stoffprobe.data.Npy;
import stoffprobe.pictures.PictureRule;

/** Real files, as a camera, a drawing program and the data set leave them. */
final class PictureSourceTest {

  @TempDir private Path folder;
  private PictureSource asTheyAre;

  @BeforeEach
  void takeTwoByThree() {
    asTheyAre = new PictureSource(new PictureRule(2, 3, 1, Invert.NEVER));
  }

  /** The same image in three kinds of file: the model has to see the same pixels. */
  @Test
  void greyAndColouredPngAndIdxGiveTheSamePixels() throws IOException {
    byte[] pixels = {0, 10, 64, (byte) 128, (byte) 200, (byte) 255};

    assertThat(pixels(png("grey.png", BufferedImage.TYPE_BYTE_GRAY, pixels))).isEqualTo(pixels);
    assertThat(pixels(png("colour.png", BufferedImage.TYPE_3BYTE_BGR, pixels))).isEqualTo(pixels);
    assertThat(pixels(idx("images-idx3-ubyte", 1, pixels))).isEqualTo(pixels);
  }

  /** Grey arrays for a model that sees grey, those in colour for one that sees colour. */
  @Test
  void numpyFilesAreTakenWithTheModelsChannels() throws IOException {
    byte[] values = new byte[2 * 2 * 3 * 3];
    values[20] = 7;
    Path colour = folder.resolve("colour.npy");
    Npy.write(colour, new Images(ByteBuffer.wrap(values), 2, 2, 3, 3));
    Path grey = folder.resolve("grey.npy");
    Npy.write(grey, new Images(ByteBuffer.wrap(new byte[] {1, 2, 3, 4, 5, 6}), 1, 2, 3));
    PictureSource inColour = new PictureSource(new PictureRule(2, 3, 3, Invert.NEVER));

    Received found = read(inColour, grey, colour);

    assertThat(found.pictures)
        .containsExactly(
            new PictureSource.Picture(colour, 0, false),
            new PictureSource.Picture(colour, 1, false));
    assertThat(found.images.get(1)[2]).isEqualTo((byte) 7);
    assertThat(found.reasons).singleElement().asString().contains("but the model sees colour");
    assertThat(pixels(grey)).containsExactly(1, 2, 3, 4, 5, 6);
    assertThat(read(asTheyAre, colour).reasons)
        .singleElement()
        .asString()
        .contains("holds images in colour, but the model sees grey");
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

    assertThat(read(asTheyAre, first, scans, idx).pictures)
        .containsExactly(
            new PictureSource.Picture(first, 0, false),
            new PictureSource.Picture(scans.resolve("a.png"), 0, false),
            new PictureSource.Picture(scans.resolve("b.PNG"), 0, false),
            new PictureSource.Picture(idx, 0, false),
            new PictureSource.Picture(idx, 1, false));
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

    PictureSource taller = new PictureSource(new PictureRule(3, 2, 1, Invert.AUTO));

    assertThat(read(taller, file).reasons)
        .singleElement()
        .asString()
        .contains("images", "2 x 3", "3 x 2");
  }

  /** One broken file among many used to end everything. */
  @Test
  void aFileThatCannotBeReadStopsNoOther() throws IOException {
    Path good = png("good.png", BufferedImage.TYPE_BYTE_GRAY, new byte[] {1, 2, 3, 4, 5, 6});
    Path bad = Files.writeString(folder.resolve("bad.png"), "a shirt");
    Path nowhere = folder.resolve("nowhere.png");
    Path idx = idx("images", 2, new byte[12]);

    Received received = read(asTheyAre, nowhere, good, bad, idx, good);

    assertThat(received.reasons).hasSize(2);
    assertThat(received.pictures)
        .extracting(PictureSource.Picture::file)
        .containsExactly(good, idx, idx, good);
    assertThat(received.images.get(0)).containsExactly(1, 2, 3, 4, 5, 6);
    assertThat(received.images.get(3)).containsExactly(1, 2, 3, 4, 5, 6);
  }

  /** More than a batch, decoded by several threads: images must not change places. */
  @Test
  void manyPicturesKeepTheirOrder() throws IOException {
    List<Path> files = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      files.add(
          png(i + ".png", BufferedImage.TYPE_BYTE_GRAY, new byte[] {(byte) i, 0, 0, 0, 0, 0}));
    }
    Path[] many = new Path[2_100];
    Arrays.setAll(many, i -> files.get(i % 7));

    Received received = read(asTheyAre, many);

    assertThat(received.pictures).hasSize(2_100);
    for (int i = 0; i < 2_100; i++) {
      assertThat(received.images.get(i)[0]).isEqualTo((byte) (i % 7));
      assertThat(received.pictures.get(i).file()).isEqualTo(files.get(i % 7));
    }
  }

  @Test
  void imagesOfALargeIdxFileKeepTheirPlacesInIt() throws IOException {
    byte[] pixels = new byte[6 * 2_100];
    for (int i = 0; i < 2_100; i++) {
      pixels[6 * i] = (byte) (i % 251);
    }

    Received received = read(asTheyAre, idx("many", 2_100, pixels));

    for (int i = 0; i < 2_100; i++) {
      assertThat(received.pictures.get(i).index()).isEqualTo(i);
      assertThat(received.images.get(i)[0]).isEqualTo((byte) (i % 251));
    }
  }

  private void assertBroken(Path file, String... words) throws IOException {
    Received received = read(asTheyAre, file);

    assertThat(received.pictures).isEmpty();
    assertThat(received.reasons).singleElement().asString().contains(words);
  }

  private static Received read(PictureSource source, Path... files) throws IOException {
    Received received = new Received();
    source.read(List.of(files), received);
    return received;
  }

  /** Keeps all it gets. */
  private static final class Received implements PictureSource.Receiver {

    private final List<PictureSource.Picture> pictures = new ArrayList<>();
    private final List<byte[]> images = new ArrayList<>();
    private final List<String> reasons = new ArrayList<>();

    @Override
    public void images(PictureSource.Batch batch) {
      pictures.addAll(batch.pictures());
      for (int i = 0; i < batch.images().count(); i++) {
        images.add(batch.images().copy(i));
      }
    }

    @Override
    public void unreadable(Path file, String reason) {
      reasons.add(reason);
    }
  }

  private byte[] pixels(Path file) throws IOException {
    return pixels(Invert.NEVER, file);
  }

  private static byte[] pixels(Invert invert, Path file) throws IOException {
    return read(new PictureSource(new PictureRule(2, 3, 1, invert)), file).images.get(0);
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
