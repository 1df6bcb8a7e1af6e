package stoffprobe.train;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.CRC32C;
import org.tensorflow.proto.Event;
import org.tensorflow.proto.Summary;

/**
 * The history as scalars for TensorBoard.
 *
 * <p>A record is its length (uint64, little-endian), the masked CRC-32C of these eight bytes, the
 * event as protocol buffer, and the masked CRC-32C of that ({@code
 * tensorflow/core/lib/io/record_writer.cc}).
 */
final class TensorBoardEvents {

  private static final int MASK = 0xa282ead8;

  private TensorBoardEvents() {}

  /** Writes one file of events into {@code folder}; wall times count training seconds from 0. */
  static void write(Path folder, String model, List<Epoch> history) throws IOException {
    Files.createDirectories(folder);
    Path file = folder.resolve("events.out.tfevents.0." + model);
    try (OutputStream out = Files.newOutputStream(file)) {
      write(out, Event.newBuilder().setFileVersion("brain.Event:2").build());
      double seconds = 0;
      for (Epoch epoch : history) {
        seconds += epoch.trainSeconds() + epoch.testSeconds();
        write(out, event(epoch, seconds));
      }
    }
  }

  private static Event event(Epoch epoch, double seconds) {
    Summary.Builder summary = Summary.newBuilder();
    epoch.trainLoss().ifPresent(loss -> add(summary, "loss/train", loss));
    epoch.test().ifPresent(scores -> addScores(summary, "test", scores));
    epoch.validation().ifPresent(scores -> addScores(summary, "validation", scores));
    if (epoch.epoch() > 0) {
      add(summary, "seconds/train", epoch.trainSeconds());
    }
    return Event.newBuilder()
        .setStep(epoch.epoch())
        .setWallTime(seconds)
        .setSummary(summary)
        .build();
  }

  private static void addScores(Summary.Builder summary, String split, Scores scores) {
    add(summary, "loss/" + split, scores.loss());
    add(summary, "accuracy/" + split, scores.accuracy());
    add(summary, "macro_f1/" + split, scores.macroF1());
  }

  private static void add(Summary.Builder summary, String tag, double value) {
    summary.addValue(Summary.Value.newBuilder().setTag(tag).setSimpleValue((float) value));
  }

  private static void write(OutputStream out, Event event) throws IOException {
    byte[] data = event.toByteArray();
    byte[] length = littleEndian(Long.BYTES).putLong(data.length).array();
    out.write(length);
    out.write(littleEndian(Integer.BYTES).putInt(maskedCrc(length)).array());
    out.write(data);
    out.write(littleEndian(Integer.BYTES).putInt(maskedCrc(data)).array());
  }

  private static ByteBuffer littleEndian(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static int maskedCrc(byte[] bytes) {
    CRC32C crc = new CRC32C();
    crc.update(bytes);
    int value = (int) crc.getValue();
    return Integer.rotateRight(value, 15) + MASK;
  }
}
