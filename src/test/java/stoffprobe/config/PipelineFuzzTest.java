package stoffprobe.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever happens to a pipeline file, the reader either reads it or says what is wrong. */
class PipelineFuzzTest {

  private static final int ROUNDS = 2000;
  private static final byte[] TRICKY =
      "\n\n\t  ::--[]{}\"'&*!|>%@#?,0-9.~\u0000\u0085\u00ff\ufeff\\"
          .getBytes(StandardCharsets.UTF_8);

  @TempDir Path folder;

  @Test
  void aDamagedFileIsReadOrRefusedInPlainLines() throws Exception {
    byte[] original = Files.readAllBytes(Path.of("pipelines/fashion-mnist.yaml"));
    int read = 0;
    for (int seed = 0; seed < ROUNDS; seed++) {
      Path file = folder.resolve("x.yaml");
      Files.write(file, mutate(original, new SplittableRandom(seed)));
      if (isRead(file, seed)) {
        read++;
      }
    }
    assertThat(read).as("files that were read").isBetween(ROUNDS / 50, ROUNDS * 49 / 50);
  }

  private static boolean isRead(Path file, int seed) throws IOException {
    try {
      PipelineFile pipeline = PipelineReader.read(file, List.of());
      pipeline
          .models()
          .forEach(model -> Architecture.of(pipeline.dataset().imageShape(), model.layers()));
      return true;
    } catch (InvalidPipelineException e) {
      assertThat(e.problems()).as("seed %d", seed).isNotEmpty();
      assertThat(e.problems())
          .as("seed %d", seed)
          .allMatch(line -> line.startsWith(file.toString()))
          .noneMatch(line -> line.codePoints().anyMatch(Quoting::isInvisible));
      return false;
    } catch (RuntimeException e) {
      throw new AssertionError("seed " + seed, e);
    }
  }

  /** One to four damages: a byte changed, a piece lost, doubled, or moved. */
  private static byte[] mutate(byte[] original, SplittableRandom random) {
    byte[] bytes = original;
    int damages = random.nextInt(1, 5);
    for (int i = 0; i < damages; i++) {
      int from = random.nextInt(bytes.length);
      int to = Math.min(bytes.length, from + random.nextInt(1, 40));
      int target = random.nextInt(bytes.length);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      switch (random.nextInt(4)) {
        case 0 -> {
          out.writeBytes(bytes);
          bytes = out.toByteArray();
          bytes[from] = TRICKY[random.nextInt(TRICKY.length)];
        }
        case 1 -> {
          out.write(bytes, 0, from);
          out.write(bytes, to, bytes.length - to);
          bytes = out.toByteArray();
        }
        case 2 -> {
          out.write(bytes, 0, target);
          out.write(bytes, from, to - from);
          out.write(bytes, target, bytes.length - target);
          bytes = out.toByteArray();
        }
        default -> {
          out.writeBytes(bytes);
          bytes = out.toByteArray();
          bytes[from] = (byte) random.nextInt(256);
        }
      }
    }
    return bytes;
  }
}
