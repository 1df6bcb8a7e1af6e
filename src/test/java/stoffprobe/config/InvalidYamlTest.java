package stoffprobe.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that cannot be read at all: one plain sentence each. */
class InvalidYamlTest {

  @TempDir Path folder;

  @Test
  void aMissingFileIsToldByItsPath() {
    assertThatExceptionOfType(InvalidPipelineException.class)
        .isThrownBy(() -> PipelineReader.read(folder.resolve("none.yaml"), List.of()))
        .withMessage(
            folder
                + "/none.yaml: there is no such file; give the path of a pipeline file, such as"
                + " pipelines/fashion-mnist.yaml");
  }

  @Test
  void aFolderIsNoFile() {
    assertThatExceptionOfType(InvalidPipelineException.class)
        .isThrownBy(() -> PipelineReader.read(folder, List.of()))
        .withMessage(folder + ": found a folder, expected a pipeline file");
  }

  @Test
  void aPathThroughAFileOrInACircleLeadsNowhere() throws Exception {
    Path file = Files.writeString(folder.resolve("x.yaml"), Sample.MINIMAL);
    Path circle = Files.createSymbolicLink(folder.resolve("circle"), folder.resolve("circle"));

    for (Path path : List.of(file.resolve("y.yaml"), circle)) {
      assertThatExceptionOfType(InvalidPipelineException.class)
          .isThrownBy(() -> PipelineReader.read(path, List.of()))
          .withMessageStartingWith(path + ": the file cannot be opened (")
          .withMessageEndingWith("); check its path");
    }
  }

  @Test
  void aLargeFileIsNotReadToItsEnd() throws Exception {
    assertThat(Sample.problems(folder, Sample.MINIMAL + "#".repeat(1 << 20)))
        .containsExactly(
            "x.yaml: found more than 1 MiB, expected a pipeline file of a few kilobytes");
  }

  @Test
  void bytesThatAreNoTextAreToldByTheirLine() throws Exception {
    Path latin1 = folder.resolve("latin1.yaml");
    Files.write(latin1, "seed: 7\n# für\n".getBytes(StandardCharsets.ISO_8859_1));

    assertThatExceptionOfType(InvalidPipelineException.class)
        .isThrownBy(() -> PipelineReader.read(latin1, List.of()))
        .withMessage(
            latin1 + ":2: found a byte that is not UTF-8, expected text; save the file as UTF-8");
    assertThat(Sample.problems(folder, "seed: 7\n\n\0"))
        .containsExactly("x.yaml:3: found the control character \\u0000, expected text");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a: [1,%nb: }%n | 2: found an error in the notation (while parsing a flow node: expected the node content, but found '}'), expected valid YAML",
        "a:%n\tb: 1%n | 2: found an error in the notation (while scanning for the next token: found character '\\t(TAB)' that cannot start any token. (Do not use \\t(TAB) for indentation)), expected valid YAML",
        "? [a]%n: 1%n | 1: found a map or list in the place of a key, expected valid YAML",
        "a: &x 1%nb: 2 | 1: a: found an anchor or alias (& or *), expected the value written out",
        "a: %n  - {b: 1}%n  - &x {b: 1} | 3: a[1]: found an anchor or alias (& or *), expected the value written out",
        "a: &x | 1: a: found an anchor or alias (& or *), expected the value written out",
        "a: 1%nb: *x | 2: b: found an anchor or alias (& or *), expected the value written out",
        "a: 1%n&x b: 3 | 2: found an anchor or alias (& or *), expected the value written out",
        "a: {b: [1, !!str 2]} | 1: a.b[1]: found a tag (!), expected the value alone",
        "a: 1%n---%nb: 2 | 3: found a second document, expected a single one without \"---\" lines"
      })
  void yamlThatIsBrokenOrBeyondAPipelineFile(String text, String problem) throws Exception {
    assertThat(Sample.problems(folder, text.replace("%n", "\n")))
        .containsExactly("x.yaml:" + problem);
  }

  @Test
  void deepNestingEndsTheReading() throws Exception {
    assertThat(Sample.problems(folder, "a: " + "[".repeat(100_000)))
        .containsExactly(
            "x.yaml:1: found more than 20 levels of nesting, expected a file like the shipped"
                + " ones");
    assertThat(Sample.problems(folder, "a: " + "[".repeat(19) + "]".repeat(19)))
        .as("20 levels are read, and then refused for what they say")
        .anyMatch(problem -> problem.startsWith("x.yaml:1: a: found an unknown key"));
  }

  @Test
  void aMessageStaysOnOneLineWhateverTheFileHolds() throws Exception {
    String key = "\"" + "a\\n\\u2028".repeat(50) + "\": 1";

    assertThat(Sample.problems(folder, Sample.MINIMAL + key))
        .singleElement()
        .asString()
        .doesNotContain("\n", "\u2028")
        .contains("a\\u000a\\u2028a", "...")
        .hasSizeLessThan(500);
  }
}
