package stoffprobe.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each kind of problem with a value, told with its line, its path, what is there and should be. */
class InvalidValuesTest {

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "explore: {samples: 0} | explore.samples: found 0, expected a whole number from 1 to 1000",
        "explore: {samples: many} | explore.samples: found \"many\", expected a whole number from 1 to 1000",
        "explore: {samples: \"15\"} | explore.samples: found \"15\", expected a whole number from 1 to 1000",
        "explore: {samples: 15.0} | explore.samples: found 15.0, expected a whole number from 1 to 1000",
        "explore: {samples: 017} | explore.samples: found 017, expected a whole number from 1 to 1000",
        "explore: {samples: 1_0} | explore.samples: found 1_0, expected a whole number from 1 to 1000",
        "explore: {samples: 99999999999999999999} | explore.samples: found 99999999999999999999, expected a whole number from 1 to 1000",
        "explore: {samples: } | explore.samples: found nothing, expected a whole number from 1 to 1000",
        "explore: {samples: [1]} | explore.samples: found a list of 1, expected a whole number from 1 to 1000",
        "explore: {samples: {a: 1}} | explore.samples: found a map of keys and values, expected a whole number from 1 to 1000",
        "explore: 15 | explore: found 15, expected keys and values",
        "preprocess: {mean: 1.5} | preprocess.mean: found 1.5, expected a number from 0 to 1",
        "preprocess: {mean: yes} | preprocess.mean: found yes, expected a number from 0 to 1",
        "preprocess: {std: 0} | preprocess.std: found 0, expected a number from 0.001 to 100",
        "preprocess: {std: .inf} | preprocess.std: found .inf, expected a number from 0.001 to 100",
        "preprocess: {std: .nan} | preprocess.std: found .nan, expected a number from 0.001 to 100",
        "preprocess: {std: 1e999} | preprocess.std: found 1e999, expected a number from 0.001 to 100",
        "preprocess: {validation: 0.51} | preprocess.validation: found 0.51, expected a number from 0 to 0.5",
        "preprocess: {validation: -0.1} | preprocess.validation: found -0.1, expected a number from 0 to 0.5",
        "training: {epochs: 0} | training.epochs: found 0, expected a whole number from 1 to 100000",
        "training: {batch: -1} | training.batch: found -1, expected a whole number from 1 to 100000",
        "training: {optimizer: lion} | training.optimizer: found \"lion\", expected adam or adamw or sgd",
        "training: {learning-rate: 0} | training.learning-rate: found 0, expected a number above 0, at most 100",
        "training: {device: tpu} | training.device: found \"tpu\", expected auto or cpu or gpu",
        "training: {threads: -1} | training.threads: found -1, expected a whole number from 0 to 1024",
        "training: {shards: 0} | training.shards: found 0, expected a whole number from 1 to 256"
      })
  void ofTheOptionalSections(String section, String problem) throws Exception {
    assertThat(Sample.problems(folder, Sample.MINIMAL + section + "\n"))
        .containsExactly("x.yaml:16: " + problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "seed: 7 | seed: -1 | x.yaml:2: seed: found -1, expected a whole number from 0 to 9223372036854775807",
        "seed: 7 | seed: 9223372036854775808 | x.yaml:2: seed: found 9223372036854775808, expected a whole number from 0 to 9223372036854775807",
        "title: Garments | title: '' | x.yaml:4: dataset.title: found \"\", expected text on one line of at most 200 characters",
        "title: Garments | title: \"a\\nb\" | x.yaml:4: dataset.title: found \"a\\u000ab\", expected text on one line of at most 200 characters",
        "[shirt, shoe] | [shirt] | x.yaml:5: dataset.classes: found a list of 1, expected a list of 2 to 256 class names",
        "[shirt, shoe] | shirt | x.yaml:5: dataset.classes: found \"shirt\", expected a list of 2 to 256 class names",
        "[shirt, shoe] | [shirt, shirt] | x.yaml:5: dataset.classes[1]: found the name \"shirt\" again, expected a name a class",
        "[shirt, shoe] | [shirt, ' '] | x.yaml:5: dataset.classes[1]: found \" \", expected text on one line of at most 100 characters",
        "[shirt, shoe] | [shirt, \"a\\tb\"] | x.yaml:5: dataset.classes[1]: found \"a\\u0009b\", expected text on one line of at most 100 characters",
        "[shirt, shoe] | {de: [a, b], en: [a, b, c]} | x.yaml:5: dataset.classes.en: found 3 names, expected as many as the German ones, 2",
        "[shirt, shoe] | {de: [a, b]} | x.yaml:5: dataset.classes.en: found nothing, expected a list of 2 to 256 class names",
        "{name: a} | {name: ../a} | x.yaml:7: dataset.files.train-images.name: found \"../a\", expected a plain file name without / and \\ that does not begin with a dot",
        "{name: a} | {name: .a} | x.yaml:7: dataset.files.train-images.name: found \".a\", expected a plain file name without / and \\ that does not begin with a dot",
        "{name: a} | {name: b\\a} | x.yaml:7: dataset.files.train-images.name: found \"b\\a\", expected a plain file name without / and \\ that does not begin with a dot",
        "{name: a} | {name: a, sha256: abc} | x.yaml:7: dataset.files.train-images.sha256: found \"abc\", expected a SHA-256 of 64 hexadecimal digits",
        "{name: a} | {} | x.yaml:7: dataset.files.train-images.name: found nothing, expected a plain file name without / and \\ that does not begin with a dot",
        "- flatten | - 5 | x.yaml:14: models.mlp.layers[0]: found the unknown layer \"5\", expected one of flatten, relu, leaky-relu, elu, sigmoid, tanh, dense, conv2d, max-pool, avg-pool, global-avg-pool, batch-norm, dropout, residual"
      })
  void ofTheRequiredKeys(String line, String replacement, String problem) throws Exception {
    assertThat(Sample.problems(folder, Sample.with(line, replacement))).containsExactly(problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "size: [28] | size: found a list of 1, expected [height, width], such as [28, 28]",
        "size: 28 | size: found 28, expected [height, width], such as [28, 28]",
        "size: [28, 1025] | size[1]: found 1025, expected a whole number from 1 to 1024",
        "sources: {folders: data} | sources.folders: found \"data\", expected a list of folders",
        "sources: {folders: ['']} | sources.folders[0]: found \"\", expected the path of a folder",
        "sources: {download: ftp://example.org} | sources.download: found \"ftp://example.org\", expected an address without ? and # that begins with http://, https:// or file:/",
        "sources: {download: 'http://a b'} | sources.download: found \"http://a b\", expected an address without ? and # that begins with http://, https:// or file:/",
        "sources: {debian-package: -o} | sources.debian-package: found \"-o\", expected the name of a Debian package ([a-z0-9][a-z0-9+.-]+)",
        "license: [] | license: found an empty list, expected text on one line of at most 500 characters"
      })
  void ofTheDataSet(String key, String problem) throws Exception {
    assertThat(Sample.problems(folder, Sample.with("  title:", "  " + key + "\n  title:")))
        .containsExactly("x.yaml:4: dataset." + problem);
  }

  @Test
  void aSecondNameThatIsWrongInTheSameWayIsNotARepetition() throws Exception {
    assertThat(Sample.problems(folder, Sample.with("[shirt, shoe]", "['', '']")))
        .hasSize(2)
        .allMatch(problem -> problem.contains("found \"\""));
  }

  @ParameterizedTest
  @CsvSource({"my model", "-x", "_x", "Hemdchenä", "../x", "a.b"})
  void namesOfModelsAndPipelinesAreFileNames(String name) throws Exception {
    String rule =
        "expected a name of at most 100 letters, digits, - and _ that begins with a letter or"
            + " digit ([A-Za-z0-9][A-Za-z0-9_-]*)";

    assertThat(Sample.problems(folder, Sample.with("  mlp:", "  \"" + name + "\":")))
        .containsExactly(
            "x.yaml:12: models."
                + (name.matches("[A-Za-z0-9_-]+") ? name : "\"" + name + "\"")
                + ": found a model named \""
                + name
                + "\", "
                + rule);
    assertThat(Sample.problems(folder, Sample.with("garments", "\"" + name + "\"")))
        .containsExactly("x.yaml:1: pipeline: found \"" + name + "\", " + rule);
  }

  /** Each would otherwise be found out after hours of collecting. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "colour: 3 | x.yaml:5: dataset.colour: found 3, expected true or false",
        "colour: true | x.yaml:8: dataset.files.train-images.name: found an IDX file's name besides colour: true, expected a NumPy file's (.npy): IDX files hold grey images"
      })
  void ofColour(String line, String problem) throws Exception {
    assertThat(
            Sample.problems(folder, Sample.with("title: Garments", "title: Garments\n  " + line)))
        .contains(problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "preprocess: {mean: [0.5, 0.5, 0.5]} | preprocess.mean: found a list of 3, expected a number from 0 to 1",
        "preprocess: {std: [1, 1]} | preprocess.std: found a list of 2, expected a number from 0.001 to 100"
      })
  void greyHasOneNumberForAll(String section, String problem) throws Exception {
    assertThat(Sample.problems(folder, Sample.MINIMAL + section + "\n"))
        .containsExactly("x.yaml:16: " + problem);
  }
}
