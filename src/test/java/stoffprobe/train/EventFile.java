package stoffprobe.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32C;
import org.tensorflow.Graph;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.data.BatchDataset;
import org.tensorflow.op.data.DatasetToSingleElement;
import org.tensorflow.op.data.TfRecordDataset;
import org.tensorflow.proto.Event;
import org.tensorflow.proto.Summary;
import org.tensorflow.types.TString;

/** Readers of TensorBoard's files, which check every checksum. */
public final class EventFile {

  private EventFile() {}

  /** Reads the records by the description of their format. */
  static List<Event> read(Path file) throws IOException {
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

  /** Reads the records with TensorFlow's own reader, which TensorBoard uses. */
  static List<Event> readByTensorFlow(Path file) throws IOException {
    List<Event> events = new ArrayList<>();
    try (Graph graph = new Graph();
        Session session = new Session(graph)) {
      Ops tf = Ops.create(graph);
      TfRecordDataset records =
          tf.data.tfRecordDataset(
              tf.array(file.toString()),
              tf.constant(""), // not compressed
              tf.constant(1L << 16),
              tf.constant(new long[] {0}));
      List<Class<? extends org.tensorflow.types.family.TType>> types = List.of(TString.class);
      List<Shape> shapes = List.of(Shape.of(Shape.UNKNOWN_SIZE));
      BatchDataset all =
          tf.data.batchDataset(records, tf.constant(1000L), tf.constant(false), types, shapes);
      DatasetToSingleElement element = tf.data.datasetToSingleElement(all, types, shapes);
      try (Result result = session.runner().fetch(element.components().get(0)).run()) {
        TString strings = (TString) result.get(0);
        for (long i = 0; i < strings.size(); i++) {
          events.add(Event.parseFrom(strings.asBytes().getObject(i)));
        }
      }
    }
    return events;
  }

  /**
   * Everything in a file but seconds, by step and tag.
   *
   * @throws IOException if it can't be read
   */
  public static Map<String, String> withoutSeconds(Path file) throws IOException {
    Map<String, String> values = new TreeMap<>();
    for (Event event : read(file)) {
      for (Summary.Value value : event.getSummary().getValueList()) {
        if (!value.getTag().startsWith("seconds/")) {
          values.put(event.getStep() + " " + value.getTag(), value.toString());
        }
      }
    }
    return values;
  }

  /** As in tensorflow/core/lib/hash/crc32c.h: rotated right by 15 bits, a constant added. */
  private static int masked(byte[] bytes) {
    CRC32C crc = new CRC32C();
    crc.update(bytes);
    long value = crc.getValue();
    return (int) ((value >>> 15 | value << 17) + 0xa282ead8L);
  }
}
