package stoffprobe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.bytedeco.javacpp.Loader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensorflow.internal.c_api.global.tensorflow;
import stoffprobe.data.Idx;
import stoffprobe.data.Images;
import stoffprobe.predict.Classifier;

/** A program in another language, with no code of ours between it and the saved model. */
final class InterchangeTest {

  @TempDir private Path folder;

  @Test
  void pythonGetsTheSameProbabilitiesThroughTheCInterface() throws Exception {
    Images images = Idx.readImages(Sample.folder().resolve("t10k-images-idx3-ubyte.gz")).values();
    byte[] pixels = new byte[images.count() * images.size()];
    images.pixels().get(pixels);
    Path file = Files.write(folder.resolve("images"), pixels);
    Process process =
        new ProcessBuilder(
                python(),
                "src/examples/python/classify.py",
                library().toString(),
                SmokeModel.folder().toString(),
                file.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    List<String> rows = process.inputReader().lines().toList();

    assertThat(process.waitFor()).isZero();
    assertThat(rows).hasSize(images.count());
    try (Classifier classifier = Classifier.open(SmokeModel.folder())) {
      float[] expected = classifier.probabilities(images);
      for (int i = 0; i < images.count(); i++) {
        double[] row =
            Arrays.stream(rows.get(i).split(" ")).mapToDouble(Double::parseDouble).toArray();
        for (int k = 0; k < 10; k++) {
          assertThat((float) row[k]).isCloseTo(expected[10 * i + k], within(1e-6f));
        }
      }
    }
  }

  private static String python() {
    return Stream.of("/usr/bin/python3", "/usr/local/bin/python3")
        .filter(python -> Files.isExecutable(Path.of(python)))
        .findFirst()
        .orElseGet(
            () -> {
              Skipped.because("no python3 on this machine (Debian, Ubuntu: apt install python3)");
              return "";
            });
  }

  /** Unpacked beside the one that TensorFlow for Java loads. */
  private static Path library() {
    return Path.of(Loader.load(tensorflow.class)).resolveSibling("libtensorflow_cc.so.2");
  }
}
