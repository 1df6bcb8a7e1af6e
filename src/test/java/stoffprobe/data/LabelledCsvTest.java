package stoffprobe.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A column too many would shift every image by a pixel. */
final class LabelledCsvTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "label,a,b\n1,0,255\n0,7,8\n",
        "1,0,255\n0,7,8",
        "\"label\";\"a\";\"b\"\r\n1;0;255\r\n\r\n0; 7; 8\r\n",
      })
  void theLabelComesFirstWithOrWithoutAHeader(String text) throws IOException {
    LabelledImages images = read(text).values();

    assertThat(images.labels().toIntArray()).containsExactly(1, 0);
    assertThat(images.images().copy(0)).containsExactly(0, 255);
    assertThat(images.images().copy(1)).containsExactly(7, 8);
  }

  @Test
  void theHashIsThatOfTheWholeFile() throws IOException {
    String text = "1,0,255\n0,7,8\n\n";

    assertThat(read(text).sha256())
        .isEqualTo(
            java.util.HexFormat.of()
                .formatHex(Sha256.start().digest(text.getBytes(StandardCharsets.UTF_8))));
    assertThat(read(text).bytes()).isEqualTo(text.length());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1,0,255#0,7 | line 2: there are 2 values, expected 3, a label and 1 x 2 pixels",
        "1,0,255,3 | line 1: there are 4 values",
        "1,0,256 | line 1: value 3 is no whole number from 0 to 255",
        "1,0,-1 | line 1: value 3 is no whole number",
        "1,,3 | line 1: value 2 is no whole number",
        "1,0.5,3 | line 1: value 2 is no whole number",
        "label,a,b#x,1,2 | line 2: value 1 is no whole number",
        "label,a,b | it holds no image",
        "1,99999999999999999999,3 | line 1: value 2 is no whole number"
      })
  void aWrongLineIsNamed(String text, String problem) {
    assertThatExceptionOfType(BrokenFileException.class)
        .isThrownBy(() -> read(text.replace('#', '\n')))
        .withMessageStartingWith("x.csv")
        .withMessageContaining(problem);
  }

  @Test
  void inColourAPixelIsThreeNumbers() throws IOException {
    LabelledImages images = read("1,10,20,30,40,50,60\n", 3).values();

    assertThat(images.images().shape()).containsExactly(1, 1, 2, 3);
    assertThat(images.images().pixel(0, 0, 1, 2)).isEqualTo(60);
  }

  @Test
  void coloursForGreyAndGreyForColoursAreTold() {
    assertThatExceptionOfType(BrokenFileException.class)
        .isThrownBy(() -> read("1,10,20,30,40,50,60\n", 1))
        .withMessageContaining("there are 7 values, expected 3")
        .withMessageEndingWith("If these are colours, write dataset.colour: true.");
    assertThatExceptionOfType(BrokenFileException.class)
        .isThrownBy(() -> read("1,10,20\n", 3))
        .withMessageContaining("expected 7, a label and 1 x 2 pixels of red, green and blue")
        .withMessageEndingWith("If these are grey, leave dataset.colour out.");
  }

  private static Idx.Content<LabelledImages> read(String text) throws IOException {
    return read(text, 1);
  }

  private static Idx.Content<LabelledImages> read(String text, int channels) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return LabelledCsv.read(new ByteArrayInputStream(bytes), "x.csv", 1, 2, channels);
  }
}
