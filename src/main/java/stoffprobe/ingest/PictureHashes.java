package stoffprobe.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import stoffprobe.config.DatasetSettings.PictureFolder;
import stoffprobe.data.Sha256;
import stoffprobe.ingest.PictureTree.Entry;

/**
 * What a folder of pictures holds right now, as one hash over the names and the contents of its
 * files; told in a moment after the first time.
 *
 * <p>A file is read again only if its size, time of change, inode or time of the inode's last
 * change is another than when it was hashed: the last is set by the system, so that contents can't
 * change behind it, not even when a copy keeps the time of the original. A file that had changed
 * within {@value #RACY_SECONDS} seconds before it was hashed is read again too: the clock of a file
 * system is coarse.
 *
 * @param cache where the hashes are kept; what can't be kept there is computed again
 */
record PictureHashes(Cache cache, Clock clock) {

  private static final Logger LOG = LogManager.getLogger();
  private static final int RACY_SECONDS = 2;

  private record Known(String stamp, String sha256) {}

  /**
   * The hash.
   *
   * @throws UncheckedIOException if the folder can't be listed
   */
  String of(PictureFolder folder) {
    if (!Files.isDirectory(folder.folder())) {
      return "unreadable: there is no folder " + folder.folder();
    }
    try {
      PictureTree tree = PictureTree.of(folder);
      Path file = file(folder.folder());
      Map<String, Known> before = load(file);
      Map<String, Known> now =
          tree.pictures().parallelStream()
              .collect(Collectors.toMap(Entry::name, entry -> known(entry, before)));
      if (!now.equals(before)) {
        save(file, now);
      }
      MessageDigest digest = Sha256.start();
      new TreeMap<>(now).forEach((name, known) -> add(digest, name, known.sha256()));
      tree.skipped().forEach(skipped -> add(digest, skipped.name(), skipped.reason()));
      return HexFormat.of().formatHex(digest.digest());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void add(MessageDigest digest, String name, String content) {
    digest.update((name + "\0" + content + "\n").getBytes(StandardCharsets.UTF_8));
  }

  private Known known(Entry entry, Map<String, Known> before) {
    try {
      String stamp = stamp(entry.file());
      Known known = before.get(entry.name());
      if (known != null && known.stamp().equals(stamp)) {
        return known;
      }
      String sha256 = sha256(entry.file());
      return new Known(stamp.equals(stamp(entry.file())) ? stamp : "", sha256);
    } catch (IOException e) {
      return new Known("", "unreadable"); // ingest tells why
    }
  }

  /** What changes whenever the content does; empty if it may be too fresh for that. */
  private String stamp(Path file) throws IOException {
    Map<String, Object> attributes;
    try {
      attributes = Files.readAttributes(file, "unix:size,lastModifiedTime,ctime,ino");
    } catch (UnsupportedOperationException | IllegalArgumentException e) {
      attributes = Files.readAttributes(file, "size,lastModifiedTime");
    }
    Instant racy = clock.instant().minus(Duration.ofSeconds(RACY_SECONDS));
    StringBuilder stamp = new StringBuilder();
    for (String name : List.of("size", "lastModifiedTime", "ctime", "ino")) {
      Object value = attributes.get(name);
      if (value instanceof FileTime time && time.toInstant().isAfter(racy)) {
        return "";
      }
      stamp.append(value).append(' ');
    }
    return stamp.toString().strip();
  }

  private static String sha256(Path file) throws IOException {
    MessageDigest digest = Sha256.start();
    byte[] buffer = new byte[1 << 16];
    try (InputStream in = Files.newInputStream(file)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private Path file(Path folder) throws IOException {
    byte[] name = folder.toRealPath().toString().getBytes(StandardCharsets.UTF_8);
    String hash = HexFormat.of().formatHex(Sha256.start().digest(name));
    return cache.folder().resolve("pictures").resolve(hash + ".txt");
  }

  /** Lines of stamp, hash and name; a line that is damaged is as good as none. */
  private static Map<String, Known> load(Path file) {
    Map<String, Known> known = new HashMap<>();
    try {
      for (String line : Files.readAllLines(file)) {
        String[] parts = line.split("\t", 3);
        if (parts.length == 3 && !parts[0].isEmpty() && parts[1].length() == 64) {
          known.put(parts[2], new Known(parts[0], parts[1]));
        }
      }
    } catch (IOException e) {
      LOG.debug("{} is not there or no text: all pictures are read", file);
    }
    return known;
  }

  private static void save(Path file, Map<String, Known> known) {
    List<String> lines = new ArrayList<>();
    known.forEach(
        (name, one) -> {
          if (!one.stamp().isEmpty() && name.lines().count() == 1) {
            lines.add(one.stamp() + "\t" + one.sha256() + "\t" + name);
          }
        });
    lines.sort(Comparator.naturalOrder());
    try {
      Files.createDirectories(file.getParent());
      Path part = Files.createTempFile(file.getParent(), "hashes", ".part");
      try {
        Files.write(part, lines);
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(part);
      }
    } catch (IOException e) {
      LOG.debug("{} can't be written, the pictures will be read again: {}", file, e.toString());
    }
  }
}
