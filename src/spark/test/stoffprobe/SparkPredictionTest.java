package stoffprobe;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stoffprobe.data.Idx;
import stoffprobe.data.Images;

/** What a table of answers says has to be what {@code predict} says, to the last bit. */
final class SparkPredictionTest {

  private static final StructType PIXELS =
      new StructType().add("id", DataTypes.LongType).add("image", DataTypes.BinaryType);

  @TempDir private Path folder;

  @Test
  void aFolderBecomesTheAnswersOfPredictBitForBit() throws IOException {
    Path pictures = Files.createDirectory(folder.resolve("pictures"));
    Images images = images();
    for (int i = 0; i < images.count(); i++) {
      Files.write(pictures.resolve(1000 + i + ".png"), png(images, i, i % 3 == 0));
    }
    Files.writeString(pictures.resolve("broken.jpg"), "no picture");
    Path table = folder.resolve("answers.parquet");

    CommandLineRun run = onSpark(pictures, table);

    assertThat(run.exitCode()).as(run.err()).isEqualTo(1);
    assertThat(run.err()).contains("1 could not be read").contains("200 images are classified");
    assertSameBits(Tables.read(table), alone(pictures));
    List<Row> rejected = Tables.read(folder.resolve("answers.rejected.parquet"));
    assertThat(rejected).hasSize(1);
    assertThat(rejected.get(0).getString(0)).isEqualTo(pictures + "/broken.jpg");
    assertThat(rejected.get(0).getString(1)).contains("broken.jpg is no PNG or JPEG file");
    assertNothingElse("answers.parquet", "answers.rejected.parquet", "pictures");
  }

  /** Tasks of few rows, so that no batch is as one of predict alone. */
  @Test
  void aTableOfRawPixelsAndPicturesIsClassifiedAndBadRowsAreSetAside() throws IOException {
    Images images = images();
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < images.count(); i++) {
      rows.add(RowFactory.create(1000L + i, i % 2 == 0 ? images.copy(i) : png(images, i, false)));
    }
    rows.add(RowFactory.create(2000L, null));
    rows.add(RowFactory.create(2001L, new byte[783]));
    rows.add(RowFactory.create(null, new byte[0]));
    Tables.write(folder.resolve("pixels.parquet"), PIXELS, 13, rows);
    Path table = folder.resolve("answers.parquet");

    CommandLineRun run = onSpark(folder.resolve("pixels.parquet"), table, "--invert", "never");

    assertThat(run.exitCode()).as(run.err()).isEqualTo(1);
    assertThat(run.err()).contains("3 could not be read").contains("200 images are classified");
    assertSameBits(Tables.read(table), alone(Sample.folder().resolve("t10k-images-idx3-ubyte.gz")));
    assertThat(Tables.read(folder.resolve("answers.rejected.parquet")))
        .extracting(row -> row.getString(0) + ": " + row.getString(1))
        .containsExactly(
            "2000: 2000 has no bytes.",
            "2001: 2001 is no PNG or JPEG file, and its 783 bytes are not the 28 x 28 x 1 values of"
                + " an image.",
            "null: A picture without a name is no PNG or JPEG file, and its 0 bytes are not the 28 x"
                + " 28 x 1 values of an image.");
  }

  @Test
  void aTableThatStandsThereIsReplacedOnlyByForce() throws IOException {
    List<Row> rows = List.of(RowFactory.create(1L, images().copy(0)));
    Tables.write(folder.resolve("pixels.parquet"), PIXELS, 1, rows);
    Path table = Files.createDirectory(folder.resolve("answers.parquet"));
    Files.writeString(table.resolve("mine.txt"), "not to be lost");
    Path left = Files.createDirectory(folder.resolve(".answers.parquet.part-of-a-killed-driver"));

    CommandLineRun refused = onSpark(folder.resolve("pixels.parquet"), table);

    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(refused.err()).contains("stands there already").contains("--force");
    assertThat(table.resolve("mine.txt")).exists();

    CommandLineRun forced = onSpark(folder.resolve("pixels.parquet"), table, "--force");

    assertThat(forced.exitCode()).as(forced.err()).isZero();
    assertThat(Tables.read(table)).hasSize(1);
    assertThat(left).doesNotExist();
    assertNothingElse("answers.parquet", "pixels.parquet");
  }

  @Test
  void aTableWithOtherColumnsIsRefusedWithTheirNames() throws IOException {
    StructType columns =
        new StructType().add("id", DataTypes.StringType).add("image", DataTypes.StringType);
    Tables.write(folder.resolve("texts.parquet"), columns, 1, List.of(RowFactory.create("a", "b")));

    CommandLineRun run = onSpark(folder.resolve("texts.parquet"), folder.resolve("a.parquet"));

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err())
        .contains("expected is image or content of type binary")
        .contains("found are id string, image string");
    assertNothingElse("texts.parquet");
  }

  private CommandLineRun onSpark(Path input, Path table, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "predict",
                input.toString(),
                "--model-folder",
                SmokeModel.folder().toString(),
                "--spark",
                "local[2]",
                "--to",
                table.toString()));
    arguments.addAll(List.of(more));
    return CommandLineRun.of(arguments.toArray(String[]::new));
  }

  private static List<JsonNode> alone(Path input) throws IOException {
    CommandLineRun run =
        CommandLineRun.of(
            "predict",
            input.toString(),
            "--model-folder",
            SmokeModel.folder().toString(),
            "--json");
    List<JsonNode> answers = new ArrayList<>();
    new ObjectMapper().readTree(run.out()).forEach(answers::add);
    return answers;
  }

  private static void assertSameBits(List<Row> rows, List<JsonNode> answers) {
    assertThat(rows).hasSameSizeAs(answers);
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      JsonNode answer = answers.get(i);
      if (!answer.get("file").asText().endsWith("ubyte.gz")) {
        assertThat(row.<String>getAs("id")).isEqualTo(answer.get("file").asText());
      }
      assertThat(row.<Integer>getAs("class")).isEqualTo(answer.get("class").asInt());
      assertThat(row.<String>getAs("class_name")).isEqualTo(answer.get("class_name").asText());
      assertThat(row.<Float>getAs("probability")).isEqualTo(answer.get("probability").floatValue());
      List<Float> probabilities = row.getList(row.fieldIndex("probabilities"));
      for (int k = 0; k < probabilities.size(); k++) {
        assertThat(probabilities.get(k)).isEqualTo(answer.get("probabilities").get(k).floatValue());
      }
      assertThat(probabilities).hasSameSizeAs(answer.get("probabilities"));
      assertThat(row.<Boolean>getAs("inverted")).isEqualTo(answer.get("inverted").asBoolean());
      assertThat(row.<Float>getAs("distance")).isEqualTo(answer.get("distance").floatValue());
      assertThat(row.<Boolean>getAs("unlike")).isEqualTo(answer.get("unlike").asBoolean());
    }
  }

  private void assertNothingElse(String... names) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrder(names);
    }
  }

  private static Images images() throws IOException {
    return Idx.readImages(Sample.folder().resolve("t10k-images-idx3-ubyte.gz")).values();
  }

  /** An image as a file; a negative one is turned back by predict. */
  private static byte[] png(Images images, int index, boolean negative) throws IOException {
    byte[] pixels = images.copy(index);
    for (int i = 0; negative && i < pixels.length; i++) {
      pixels[i] = (byte) (255 - Byte.toUnsignedInt(pixels[i]));
    }
    BufferedImage picture = new BufferedImage(28, 28, BufferedImage.TYPE_BYTE_GRAY);
    picture.getRaster().setDataElements(0, 0, 28, 28, pixels);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(picture, "png", bytes);
    return bytes.toByteArray();
  }
}
