package stoffprobe.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** Whatever a file holds, reading it ends in values or in a plain error, never in a crash. */
class IdxFuzzTest {

  private static final int MUTATIONS = 2000;

  @Test
  void damagedFilesGiveValuesOrPlainErrors() throws IOException {
    byte[] images = IdxFiles.images(5, 4, 3);
    byte[][] originals = {
      images, IdxFiles.gzip(images), IdxFiles.labels(1, 2, 3), IdxFiles.gzip(IdxFiles.labels(4, 5))
    };
    RandomGenerator random = RandomStream.of(1, "fuzz");
    int refused = 0;
    for (int i = 0; i < MUTATIONS; i++) {
      byte[] original = originals[i % originals.length];
      refused += refuses(mutated(original, random)) ? 1 : 0;
    }
    // Most hits in a header or a gzip stream break the file; a hit in a pixel alone doesn't.
    assertThat(refused).isBetween(MUTATIONS / 2, MUTATIONS - 1);
  }

  private static byte[] mutated(byte[] original, RandomGenerator random) {
    byte[] file = original.clone();
    int hits = 1 + RandomStream.below(random, 3);
    for (int hit = 0; hit < hits; hit++) {
      int position = RandomStream.below(random, file.length);
      switch (RandomStream.below(random, 4)) {
        case 0 -> file[position] ^= (byte) (1 << RandomStream.below(random, 8));
        case 1 -> file[position] = (byte) RandomStream.below(random, 256);
        case 2 -> file = Arrays.copyOf(file, Math.max(1, position));
        default -> file = Arrays.copyOf(file, file.length + 1 + RandomStream.below(random, 9));
      }
    }
    return file;
  }

  /** Anything but a plain error of the file's own fails the test. */
  private static boolean refuses(byte[] file) throws IOException {
    try {
      Idx.readImages(new ByteArrayInputStream(file), "fuzzed");
      return false;
    } catch (BrokenFileException e) {
      assertThat(e).hasMessageStartingWith("fuzzed: ").hasMessageEndingWith(".");
    }
    try {
      Idx.readLabels(new ByteArrayInputStream(file), "fuzzed");
      return false;
    } catch (BrokenFileException e) {
      return true;
    }
  }
}
