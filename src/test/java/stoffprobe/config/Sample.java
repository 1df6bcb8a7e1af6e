package stoffprobe.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A pipeline file with no more than it needs, to be changed and read; its name is x.yaml. */
final class Sample {

  /** Line numbers in the tests are those of this text. */
  static final String MINIMAL =
      """
      pipeline: garments
      seed: 7
      dataset:
        title: Garments
        classes: [shirt, shoe]
        files:
          train-images: {name: a}
          train-labels: {name: b}
          test-images: {name: c}
          test-labels: {name: d}
      models:
        mlp:
          layers:
            - flatten
            - dense: 2
      """;

  private Sample() {}

  static PipelineFile read(Path folder, String text, String... overrides)
      throws IOException, InvalidPipelineException {
    Path file = Files.writeString(folder.resolve("x.yaml"), text);
    return PipelineReader.read(file, List.of(overrides));
  }

  /** The problems of {@code text}, the file's folder cut off; none if it is valid. */
  static List<String> problems(Path folder, String text, String... overrides) throws IOException {
    try {
      read(folder, text, overrides);
      return List.of();
    } catch (InvalidPipelineException e) {
      return e.problems().stream().map(line -> line.replace(folder + "/", "")).toList();
    }
  }

  /** {@link #MINIMAL} with one of its lines, which must be there, replaced. */
  static String with(String line, String replacement) {
    if (!MINIMAL.contains(line)) {
      throw new IllegalArgumentException(line);
    }
    return MINIMAL.replace(line, replacement);
  }
}
