package stoffprobe.ingest;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import stoffprobe.data.BrokenFileException;
import stoffprobe.data.Images;
import stoffprobe.data.LabelledImages;
import stoffprobe.data.Labels;
import stoffprobe.data.Sha256;
import stoffprobe.engine.PlainMessage;
import stoffprobe.engine.Progress;
import stoffprobe.ingest.PictureTree.Entry;
import stoffprobe.ingest.PictureTree.Skipped;
import stoffprobe.pictures.DecodedPicture;
import stoffprobe.pictures.PictureRule;

/**
 * Reads pictures on all cores, in their order, into one file, so that no more than a few are in
 * memory.
 */
final class PictureReading {

  /** Pictures decoded before the next ones are begun. */
  private static final int AT_ONCE = 256;

  private final PictureRule rule;
  private final List<Read> read = new ArrayList<>();
  private final List<Skipped> skipped = new ArrayList<>();

  PictureReading(PictureRule rule) {
    this.rule = rule;
  }

  /**
   * A picture that was read.
   *
   * @param height rows of the picture as it is held upright
   * @param width its columns
   * @param bytes size of the file
   * @param sha256 of the file
   */
  record Read(Entry entry, int height, int width, int bytes, String sha256) {}

  private record Decoded(Optional<Read> read, ByteBuffer pixels, Optional<Skipped> skipped) {}

  /** Reads what can be read, and writes the pixels one picture after another to {@code target}. */
  void read(List<Entry> pictures, Path target, Progress progress) throws IOException {
    try (FileChannel channel =
            FileChannel.open(target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        Progress.Task task = progress.start("Pictures", pictures.size(), "pictures")) {
      for (int from = 0; from < pictures.size(); from += AT_ONCE) {
        List<Entry> some = pictures.subList(from, Math.min(pictures.size(), from + AT_ONCE));
        for (Decoded decoded : some.parallelStream().map(this::decode).toList()) {
          while (decoded.pixels().hasRemaining()) {
            channel.write(decoded.pixels());
          }
          decoded.read().ifPresent(read::add);
          decoded.skipped().ifPresent(skipped::add);
        }
        task.advance(some.size());
      }
    }
  }

  List<Read> read() {
    return List.copyOf(read);
  }

  List<Skipped> skipped() {
    return List.copyOf(skipped);
  }

  /** The images that {@link #read(List, Path, Progress)} wrote to {@code target}, mapped. */
  LabelledImages images(Path target) throws IOException {
    byte[] labels = new byte[read.size()];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = (byte) read.get(i).entry().label();
    }
    try (FileChannel channel = FileChannel.open(target, StandardOpenOption.READ)) {
      if (channel.size() > Integer.MAX_VALUE) {
        throw new BrokenFileException(
            read.size()
                + " pictures of "
                + rule.height()
                + " x "
                + rule.width()
                + " pixels are more than 2 GB. Choose a smaller dataset.size.");
      }
      ByteBuffer pixels = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
      return new LabelledImages(
          new Images(pixels, labels.length, rule.height(), rule.width(), rule.channels()),
          new Labels(labels));
    }
  }

  private Decoded decode(Entry entry) {
    try {
      if (Files.size(entry.file()) > DecodedPicture.MOST_BYTES) {
        return skip(entry, "has more than " + DecodedPicture.MOST_BYTES + " bytes.");
      }
      byte[] bytes = Files.readAllBytes(entry.file());
      DecodedPicture picture =
          DecodedPicture.decode(bytes, entry.name(), DecodedPicture.MOST_PIXELS);
      String sha256 = HexFormat.of().formatHex(Sha256.start().digest(bytes));
      Read one = new Read(entry, picture.height(), picture.width(), bytes.length, sha256);
      return new Decoded(Optional.of(one), ByteBuffer.wrap(rule.pixels(picture)), Optional.empty());
    } catch (BrokenFileException e) {
      return skip(entry, String.valueOf(e.getMessage()).replace(entry.name() + " ", ""));
    } catch (IOException e) {
      return skip(entry, PlainMessage.of(e));
    }
  }

  private static Decoded skip(Entry entry, String reason) {
    return new Decoded(
        Optional.empty(), ByteBuffer.allocate(0), Optional.of(new Skipped(entry.name(), reason)));
  }
}
