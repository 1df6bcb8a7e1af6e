package stoffprobe.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensorflow.proto.Event;

/** TensorBoard stops at the first record whose checksum is wrong, without a word. */
final class TensorBoardEventsTest {

  @TempDir private Path folder;

  @Test
  void everyRecordReadsBackWithItsChecksums() throws IOException {
    Scores scores = new Scores(0.5, 0.8, 0.81, 0.82, 0.83);
    List<Epoch> history =
        List.of(
            new Epoch(0, OptionalDouble.empty(), Optional.of(scores), Optional.empty(), 0, 0.25),
            new Epoch(1, OptionalDouble.of(0.75), Optional.of(scores), Optional.empty(), 2, 0.5));

    TensorBoardEvents.write(folder.resolve("tb"), "mlp", history);

    List<Event> events = read(folder.resolve("tb/events.out.tfevents.0.mlp"));
    assertThat(events).hasSize(3);
    assertThat(events.get(0).getFileVersion()).isEqualTo("brain.Event:2");
    assertThat(events.get(1).getStep()).isZero();
    assertThat(events.get(2).getStep()).isEqualTo(1);
    assertThat(events.get(2).getWallTime()).isCloseTo(2.75, within(1e-12));
    assertThat(events.get(2).getSummary().getValueList())
        .extracting(value -> value.getTag() + "=" + value.getSimpleValue())
        .containsExactly(
            "loss/train=0.75",
            "loss/test=0.5",
            "accuracy/test=0.83",
            "macro_f1/test=0.82",
            "seconds/train=2.0");
  }

  @Test
  void whatIsHeldOutHasCurvesOfItsOwn() throws IOException {
    Scores validation = new Scores(0.25, 0.5, 0.625, 0.75, 0.875);

    TensorBoardEvents.write(
        folder,
        "mlp",
        List.of(
            new Epoch(1, OptionalDouble.of(0.5), Optional.empty(), Optional.of(validation), 2, 1)));

    assertThat(read(folder.resolve("events.out.tfevents.0.mlp")).get(1).getSummary().getValueList())
        .extracting(value -> value.getTag() + "=" + value.getSimpleValue())
        .containsExactly(
            "loss/train=0.5",
            "loss/validation=0.25",
            "accuracy/validation=0.875",
            "macro_f1/validation=0.75",
            "seconds/train=2.0");
  }

  private static List<Event> read(Path file) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    List<Event> events = new ArrayList<>();
    while (bytes.hasRemaining()) {
      byte[] length = new byte[8];
      bytes.get(length);
      assertThat(bytes.getInt()).isEqualTo(masked(length));
      byte[] data =
          new byte[(int) ByteBuffer.wrap(length).order(ByteOrder.LITTLE_ENDIAN).getLong()];
      bytes.get(data);
      assertThat(bytes.getInt()).isEqualTo(masked(data));
      events.add(Event.parseFrom(data));
    }
    return events;
  }

  /** As in tensorflow/core/lib/hash/crc32c.h: rotated right by 15 bits, a constant added. */
  private static int masked(byte[] bytes) {
    CRC32C crc = new CRC32C();
    crc.update(bytes);
    long value = crc.getValue();
    return (int) ((value >>> 15 | value << 17) + 0xa282ead8L);
  }
}
