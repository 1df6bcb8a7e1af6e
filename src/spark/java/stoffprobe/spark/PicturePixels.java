package stoffprobe.spark;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.Arrays;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.security.AccessControlException;
import org.apache.spark.SparkEnv;
import org.apache.spark.deploy.SparkHadoopUtil;
import org.apache.spark.sql.Row;
import stoffprobe.data.BrokenFileException;
import stoffprobe.pictures.DecodedPicture;
import stoffprobe.pictures.PictureRule;

/**
 * Turns rows of pictures into what a model takes.
 *
 * @param rule by which encoded pictures become images; raw pixels have to be of its size
 */
record PicturePixels(PictureRule rule) {

  private static final byte[] NOTHING = {};
  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G'};
  private static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};

  /**
   * What has become of a row.
   *
   * @param pixels uint8 {@code [height, width, channels]}
   * @param failure why there are none, or empty
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared, lives for a batch
  record Read(byte[] pixels, boolean negative, String failure) {}

  /**
   * Reads a row.
   *
   * @throws IOException if the store of files fails: another try may go better
   */
  Read of(Row row) throws IOException {
    String name = row.isNullAt(0) ? "A picture without a name" : row.getString(0);
    try {
      if (!row.isNullAt(1)) {
        return of(row.getAs(1), name);
      }
      return row.isNullAt(2)
          ? rejected(name + " has no bytes.")
          : of(bytes(new Path(row.getString(2)), name), name);
    } catch (BrokenFileException e) {
      return rejected(String.valueOf(e.getMessage()));
    } catch (FileNotFoundException | AccessControlException e) {
      return rejected(name + " can't be read: " + e.getMessage());
    }
  }

  private Read of(byte[] bytes, String name) throws BrokenFileException {
    int size = rule.height() * rule.width() * rule.channels();
    if (bytes.length == size && !encoded(bytes)) {
      return new Read(bytes, false, "");
    }
    if (!encoded(bytes)) {
      throw new BrokenFileException(
          "%s is no PNG or JPEG file, and its %d bytes are not the %d x %d x %d values of an image."
              .formatted(name, bytes.length, rule.height(), rule.width(), rule.channels()));
    }
    DecodedPicture picture = DecodedPicture.decode(bytes, name, DecodedPicture.MOST_PIXELS);
    return new Read(rule.pixels(picture), rule.negative(picture), "");
  }

  /** By the first bytes of PNG and JPEG. */
  private static boolean encoded(byte[] bytes) {
    return startsWith(bytes, PNG) || startsWith(bytes, JPEG);
  }

  private static boolean startsWith(byte[] bytes, byte[] start) {
    return bytes.length > start.length
        && Arrays.equals(bytes, 0, start.length, start, 0, start.length);
  }

  private static byte[] bytes(Path file, String name) throws IOException {
    FileSystem files =
        file.getFileSystem(SparkHadoopUtil.get().newConfiguration(SparkEnv.get().conf()));
    FileStatus status = files.getFileStatus(file);
    if (status.getLen() > DecodedPicture.MOST_BYTES) {
      throw new BrokenFileException(
          name
              + " has "
              + status.getLen()
              + " bytes; at most "
              + DecodedPicture.MOST_BYTES
              + " are read.");
    }
    try (FSDataInputStream in = files.open(file)) {
      return in.readAllBytes();
    }
  }

  private static Read rejected(String reason) {
    return new Read(NOTHING, false, reason);
  }
}
