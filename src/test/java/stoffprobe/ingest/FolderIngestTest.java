package stoffprobe.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stoffprobe.config.ClassNames;
import stoffprobe.config.DatasetSettings;
import stoffprobe.config.DatasetSettings.PictureFolder;
import stoffprobe.config.Invert;
import stoffprobe.data.Images;
import stoffprobe.data.LabelledImages;
import stoffprobe.data.Split;
import stoffprobe.engine.Environment;
import stoffprobe.engine.Input;
import stoffprobe.engine.StageException;

/** A picture under a wrong label, or dropped without a word, would spoil all that follows. */
final class FolderIngestTest {

  @TempDir private Path home;
  private Path photos;

  @BeforeEach
  void twoClasses() throws Exception {
    photos = home.resolve("photos");
    PictureFolders.fill(photos.resolve("dress"), 10, 40);
    PictureFolders.fill(photos.resolve("shoe"), 5, 200);
  }

  @Test
  void everyPictureIsReadUnderTheLabelOfItsFolder() throws Exception {
    run(ingest(0.2, Invert.NEVER));

    LabelledImages train = Split.TRAIN.read(staging());
    LabelledImages test = Split.TEST.read(staging());
    assertThat(counts(train)).containsExactly(8, 4);
    assertThat(counts(test)).containsExactly(2, 1);
    for (LabelledImages part : List.of(train, test)) {
      for (int i = 0; i < part.count(); i++) {
        int level = part.labels().get(i) == 0 ? 40 : 200;
        assertThat(part.images().pixel(i, 1, 2)).isEqualTo(level);
      }
    }
    assertThat(staging().resolve("pixels")).doesNotExist();
  }

  /** The marks 0 to 9 in the first pixels are the files 000.png to 009.png. */
  @Test
  void theRecordNamesTheFileOfEachImage() throws Exception {
    run(ingest(0.2, Invert.NEVER));

    List<String> lines = Files.readAllLines(staging().resolve("pictures.csv"));
    assertThat(lines.get(0)).isEqualTo("split,index,class_index,file,height,width,bytes,sha256");
    assertThat(lines).hasSize(16);
    for (String line : lines.subList(1, lines.size())) {
      String[] fields = line.split(",", -1);
      LabelledImages part = (fields[0].equals("test") ? Split.TEST : Split.TRAIN).read(staging());
      int index = Integer.parseInt(fields[1]);
      int mark = Integer.parseInt(fields[3].replaceAll(".*/0*(\\d+)\\.png", "$1"));
      assertThat(part.images().pixel(index, 0, 0)).as(line).isEqualTo(mark);
      assertThat(fields[3]).startsWith(part.labels().get(index) == 0 ? "dress/" : "shoe/");
      assertThat(List.of(fields[4], fields[5])).containsExactly("2", "3");
      byte[] bytes = Files.readAllBytes(photos.resolve(fields[3]));
      assertThat(fields[6]).isEqualTo(Integer.toString(bytes.length));
      assertThat(fields[7]).isEqualTo(Fixture.sha256(bytes));
    }
    JsonNode entry =
        new ObjectMapper()
            .readTree(staging().resolve("source.json").toFile())
            .at("/files/pictures");
    assertThat(entry.get("pictures").asInt()).isEqualTo(15);
    assertThat(entry.get("path").asText()).isEqualTo(photos.toString());
    assertThat(entry.get("sha256").asText()).matches("[0-9a-f]{64}");
  }

  @Test
  void allThatIsNotReadIsListedWithItsReason() throws Exception {
    byte[] png = Files.readAllBytes(photos.resolve("shoe/000.png"));
    Files.write(photos.resolve("shoe/cut.png"), Arrays.copyOf(png, png.length - 30));
    Files.writeString(photos.resolve("shoe/text.jpg"), "no picture");
    Files.createFile(photos.resolve("dress/empty.jpeg"));
    Files.writeString(photos.resolve("dress/list, of things.txt"), "");
    Files.createDirectories(photos.resolve("dress/deep/er"));
    Files.write(photos.resolve("dress/deep/er/fine.PNG"), png);
    Files.createDirectory(photos.resolve("dress/folder.png"));
    Files.writeString(photos.resolve("readme.txt"), "");
    Files.createDirectory(photos.resolve("hats"));
    Files.writeString(photos.resolve("shoe/.DS_Store"), "");
    Files.createSymbolicLink(photos.resolve("shoe/gone.png"), Path.of("nowhere"));
    Files.createSymbolicLink(photos.resolve("shoe/around"), photos.resolve("shoe"));

    run(ingest(0.2, Invert.NEVER));

    List<String> lines = Files.readAllLines(staging().resolve("skipped.csv"));
    assertThat(lines.get(0)).isEqualTo("file,reason");
    assertThat(lines.subList(1, lines.size()))
        .anySatisfy(line -> assertThat(line).startsWith("shoe/cut.png,can't be read as a picture"))
        .anySatisfy(line -> assertThat(line).startsWith("shoe/text.jpg,is no PNG or JPEG file."))
        .anySatisfy(line -> assertThat(line).startsWith("dress/empty.jpeg,is no PNG or JPEG file."))
        .contains(
            "\"dress/list, of things.txt\",is no PNG or JPEG file by its name",
            "readme.txt,is in no class's folder",
            "hats,is no class's folder")
        .anySatisfy(line -> assertThat(line).startsWith("shoe/gone.png,"))
        .anySatisfy(line -> assertThat(line).startsWith("shoe/around,"))
        .hasSize(8);
    assertThat(Files.readString(staging().resolve("pictures.csv")))
        .contains("dress/deep/er/fine.PNG");
  }

  @Test
  void aTestSetOfItsOwnIsTakenAsItIs() throws Exception {
    Path divided = home.resolve("divided");
    PictureFolders.fill(divided.resolve("train/dress"), 3, 40);
    PictureFolders.fill(divided.resolve("train/shoe"), 2, 200);
    PictureFolders.fill(divided.resolve("test/dress"), 1, 40);
    PictureFolders.fill(divided.resolve("test/shoe"), 4, 200);
    photos = divided;

    run(ingest(0, Invert.ALWAYS));

    assertThat(counts(Split.TRAIN.read(staging()))).containsExactly(3, 2);
    assertThat(counts(Split.TEST.read(staging()))).containsExactly(1, 4);
    LabelledImages test = Split.TEST.read(staging());
    for (int i = 0; i < test.count(); i++) {
      int negative = test.labels().get(i) == 0 ? 215 : 55;
      assertThat(test.images().pixel(i, 1, 2)).isEqualTo(negative);
    }
    assertThat(Files.readAllLines(staging().resolve("skipped.csv"))).hasSize(1);
  }

  @Test
  void aClassWithTooFewPicturesIsNamedWithAllOthers() throws Exception {
    PictureFolders.fill(home.resolve("few/dress"), 1, 40);
    Files.createDirectories(home.resolve("few/shoe"));
    photos = home.resolve("few");

    assertThatExceptionOfType(StageException.class)
        .isThrownBy(() -> run(ingest(0.2, Invert.NEVER)))
        .withMessageContainingAll("dress: 1 where 2", "shoe: 0 where 2", "few");
  }

  @Test
  void aFolderThatIsGoneIsNamed() throws Exception {
    photos = home.resolve("gone");

    assertThat(hash()).contains("there is no folder");
    assertThatExceptionOfType(StageException.class)
        .isThrownBy(() -> run(ingest(0.2, Invert.NEVER)))
        .withMessageContaining("There is no folder " + photos);
  }

  @Test
  void theHashKnowsEveryChangeAndNothingElse() throws Exception {
    String before = hash();
    assertThat(hash()).isEqualTo(before);

    Path first = photos.resolve("shoe/000.png");
    byte[] bytes = Files.readAllBytes(first);
    Files.setLastModifiedTime(first, FileTime.fromMillis(1));
    assertThat(hash()).as("touched").isEqualTo(before);

    List<String> seen = new ArrayList<>(List.of(before));
    Files.write(photos.resolve("shoe/new.png"), bytes);
    seen.add(hash());
    Files.move(photos.resolve("shoe/new.png"), photos.resolve("dress/new.png"));
    seen.add(hash());
    Files.writeString(photos.resolve("dress/note.txt"), "");
    seen.add(hash());
    Files.delete(photos.resolve("dress/new.png"));
    seen.add(hash());
    assertThat(seen).doesNotHaveDuplicates();

    Files.delete(photos.resolve("dress/note.txt"));
    assertThat(hash()).isEqualTo(before);
  }

  /** The time of change and the size are those of the file before: only the system tells. */
  @Test
  void aChangeThatHidesIsSeen() throws Exception {
    Path file = photos.resolve("shoe/000.png");
    FileTime then = FileTime.fromMillis(1_000_000);
    Files.setLastModifiedTime(file, then);
    String before = laterHash();
    byte[] bytes = Files.readAllBytes(file);
    assertThat(kept()).exists();
    bytes[bytes.length - 1] ^= 1;

    Files.write(file, bytes);
    Files.setLastModifiedTime(file, then);

    assertThat(laterHash()).isNotEqualTo(before);
  }

  /** Files that are hashed again each time would make every 'status' as long as a reading. */
  @Test
  void anUnchangedPictureIsNotReadAgain() throws Exception {
    String before = laterHash();
    Path kept = kept();
    List<String> lines = Files.readAllLines(kept);
    assertThat(lines).hasSize(15);
    String hash = lines.get(0).split("\t", -1)[1];
    Files.write(kept, List.of(lines.get(0).replace(hash, "0".repeat(64))));

    assertThat(laterHash()).as("believes what is kept").isNotEqualTo(before);
    Files.writeString(kept, "\0\t\n");
    assertThat(laterHash()).as("a damaged file is as good as none").isEqualTo(before);
  }

  /** The one file of hashes. */
  private Path kept() throws IOException {
    try (Stream<Path> files = Files.list(home.resolve("cache/pictures"))) {
      return files.findFirst().orElseThrow();
    }
  }

  /** Red above, green below, wider than the image: black on both sides would be grey's, too. */
  @Test
  void picturesKeepTheirColours() throws Exception {
    BufferedImage picture = new BufferedImage(6, 4, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < 24; i++) {
      picture.setRGB(i % 6, i / 6, i < 12 ? 0xff2010 : 0x10ff20);
    }
    for (String name : List.of("dress", "shoe")) {
      for (int i = 0; i < 2; i++) {
        Path file = photos.resolve(name + "/colour" + i + ".png");
        Files.createDirectories(file.getParent());
        ImageIO.write(picture, "png", file.toFile());
      }
    }

    run(ingest(0.5, Invert.NEVER, true));

    Images images = Split.TRAIN.read(staging()).images();
    List<byte[]> found = IntStream.range(0, images.count()).mapToObj(images::copy).toList();
    byte r = (byte) 255;
    byte[] expected = {r, 32, 16, r, 32, 16, r, 32, 16, 16, r, 32, 16, r, 32, 16, r, 32};
    assertThat(images.shape()).endsWith(2, 3, 3);
    assertThat(found).anySatisfy(pixels -> assertThat(pixels).isEqualTo(expected));
    assertThat(ingest(0.5, Invert.NEVER, true).parameters()).containsEntry("dataset.colour", true);
    assertThat(ingest(0.5, Invert.NEVER).parameters()).doesNotContainKey("dataset.colour");
  }

  private FolderIngest ingest(double testShare, Invert invert) {
    return ingest(testShare, invert, false);
  }

  private FolderIngest ingest(double testShare, Invert invert, boolean colour) {
    ClassNames names = new ClassNames(List.of("Kleid", "Schuh"), List.of("Dress", "Shoe"));
    PictureFolder pictures = new PictureFolder(photos, List.of("dress", "shoe"), invert, testShare);
    return new FolderIngest(
        new DatasetSettings("Photos", names, 2, 3, colour, Optional.empty(), pictures),
        pictures,
        42,
        new Cache(home.resolve("cache")),
        Map.of(),
        new Environment(Map.of(), Map.of()));
  }

  /** As of an hour later, when no file is so fresh that its hash is not kept. */
  private String laterHash() {
    Clock later = Clock.offset(Clock.systemUTC(), Duration.ofHours(1));
    return new PictureHashes(new Cache(home.resolve("cache")), later)
        .of(ingest(0.2, Invert.NEVER).pictures());
  }

  private String hash() {
    Input.External input = (Input.External) ingest(0.2, Invert.NEVER).inputs().get(0);
    return input.sha256().get().orElseThrow();
  }

  private void run(FolderIngest ingest) throws Exception {
    ingest.run(Fixture.workspace(home));
  }

  private Path staging() {
    return home.resolve("staging");
  }

  private static int[] counts(LabelledImages images) {
    int[] counts = new int[2];
    for (int label : images.labels().toIntArray()) {
      counts[label]++;
    }
    return counts;
  }
}
