package stoffprobe.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values that go to a file half-way: one lost or doubled at the seam shifts all that follow. */
final class ValueStoreTest {

  @ParameterizedTest
  @CsvSource({
    "0, 100, 7", // nothing
    "100, 1000, 7", // all in memory
    "3000000, 4000000, 70001", // in memory, which grows
    "3000000, 3000000, 70001", // exactly as many as stay in memory
    "3000001, 3000000, 70001", // one more
    "9000000, 2500000, 1048576" // several blocks in the file
  })
  void allValuesComeOutAsTheyCameIn(int size, int most, int atOnce) throws IOException {
    byte[] expected = new byte[size];
    new Random(1).nextBytes(expected);

    try (ValueStore store = new ValueStore(size, most)) {
      int done = 0;
      while (done < size) {
        byte[] block = store.block();
        int count = Math.min(Math.min(atOnce, block.length - store.offset()), size - done);
        System.arraycopy(expected, done, block, store.offset(), count);
        store.add(count);
        done += count;
      }
      ByteBuffer values = store.finish();

      byte[] found = new byte[size];
      values.get(0, found);
      assertThat(found).isEqualTo(expected);
      assertThat(values.capacity()).isEqualTo(size);
      assertThat(values.isDirect()).as("mapped").isEqualTo(size > most);
    }
  }
}
