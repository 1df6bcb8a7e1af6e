package stoffprobe.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import stoffprobe.data.BrokenFileException;
import stoffprobe.data.Images;
import stoffprobe.report.facts.Comparison;
import stoffprobe.report.facts.Examples;
import stoffprobe.report.facts.Examples.Cell;
import stoffprobe.report.facts.Examples.Example;
import stoffprobe.report.facts.Run;
import stoffprobe.report.facts.RunFolder;

/** An image under the wrong words would look as good as the right one. */
class ExamplesTest {

  private final SyntheticRun run =
      SyntheticRun.fashion(
          SyntheticModel.mlp("mlp", SyntheticRun.FAIR),
          SyntheticModel.cnn("cnn", SyntheticRun.GOOD),
          SyntheticModel.cnn("other", SyntheticRun.GOOD));

  @TempDir private Path root;

  @ParameterizedTest
  @EnumSource
  void aCellsImagesAreRightAndWrongAsItSays(Cell cell) throws IOException {
    Run read = run.read(root);
    for (Comparison pair : read.metrics().comparisons()) {
      List<Example> examples = read.examples().of(pair, cell);
      assertThat(examples).hasSize(8);
      for (Example example : examples) {
        assertThat(example.answers())
            .extracting(Examples.Answer::model)
            .containsExactly(pair.a(), pair.b());
        assertThat(example.answers())
            .extracting(answer -> answer.prediction() == example.label())
            .containsExactly(
                cell == Cell.BOTH_RIGHT || cell == Cell.ONLY_A,
                cell == Cell.BOTH_RIGHT || cell == Cell.ONLY_B);
      }
    }
  }

  @Test
  void aSuspectHasTheAnswerOfEachModel() throws IOException {
    assertThat(run.read(root).examples().suspects())
        .hasSize(3)
        .allMatch(e -> e.answers().size() == 3)
        .extracting(Example::index)
        .containsExactly(90, 191, 292);
  }

  @Test
  void aConfusionsImagesAreOfThatModelAndThosePlaces() throws IOException {
    Examples examples = run.read(root).examples();
    assertThat(examples.confusion("cnn", 9, 0))
        .hasSize(4)
        .allMatch(e -> e.label() == 9 && e.answers().get(0).prediction() == 0)
        .allMatch(e -> e.answers().size() == 1 && e.answers().get(0).model().equals("cnn"));
    assertThat(examples.confusion("cnn", 0, 9)).isEmpty();
  }

  @Test
  void anImageThatIsNotThereIsNamed() throws IOException {
    assertBroken("suspect,,,0,90,", "suspect,,,0,1000,", "it names image 1000 of 1000");
  }

  @Test
  void aClassThatIsNotThereIsNamed() throws IOException {
    assertBroken("suspect,,,0,90,0,", "suspect,,,0,90,10,", "it names class 10 of 10");
  }

  @Test
  void aThumbnailHasTheImagesPixels() throws IOException {
    Examples examples = run.read(root).examples();
    TestThumbnail shown = TestThumbnail.of(examples, 292);
    BufferedImage picture = picture(shown);
    assertThat(shown.alt()).isEqualTo("#292");
    assertThat(List.of(shown.width(), shown.height())).containsExactly(28, 28);
    for (int p = 0; p < 28 * 28; p++) {
      assertThat(picture.getRaster().getSample(p % 28, p / 28, 0))
          .isEqualTo(examples.images().pixel(292, p / 28, p % 28));
    }
  }

  @Test
  void aLargeImageIsShrunkByItsBlocksMeans() throws IOException {
    byte[] pixels = new byte[100 * 65];
    for (int p = 0; p < pixels.length; p++) {
      pixels[p] = (byte) (p % 65 * 2 + p / 65);
    }
    Examples examples = new Examples(List.of(), new Images(ByteBuffer.wrap(pixels), 1, 100, 65));
    TestThumbnail shown = TestThumbnail.of(examples, 0);
    BufferedImage picture = picture(shown);
    assertThat(List.of(shown.width(), shown.height())).containsExactly(33, 50);
    // rows 6 and 7, columns 4 and 5: 8 + 6, 10 + 6, 8 + 7, 10 + 7
    assertThat(picture.getRaster().getSample(2, 3, 0)).isEqualTo(Math.round(62 / 4f));
    // the last column has one pixel a row: 128 + 6, 128 + 7
    assertThat(picture.getRaster().getSample(32, 3, 0)).isEqualTo(Math.round(269 / 2f));
  }

  private static BufferedImage picture(TestThumbnail thumbnail) throws IOException {
    assertThat(thumbnail.uri()).startsWith("data:image/png;base64,");
    String data = thumbnail.uri().substring("data:image/png;base64,".length());
    return ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(data)));
  }

  private void assertBroken(String old, String now, String message) throws IOException {
    run.write(root);
    Path file = root.resolve("5-evaluate/examples.csv");
    String text = Files.readString(file);
    assertThat(text).contains(old);
    Files.writeString(file, text.replace(old, now));
    assertThatThrownBy(() -> Run.read(new RunFolder(root), run.about()))
        .isInstanceOf(BrokenFileException.class)
        .hasMessageContaining("examples.csv can't be used: " + message);
  }
}
