package stoffprobe.spark;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;

/**
 * Files and folders of the driver's machine for the executors. Where the same stand in the same
 * place, they are used there; else each machine fetches them once, when a task first asks, from
 * whichever machine has them: nothing is sent that nobody needs.
 *
 * @param sha256 of all that is in it, names included
 * @param roots what was packed
 */
record Parcel(String sha256, List<Root> roots) implements Serializable {

  /** Small enough that an executor with little memory can hold some, and evict them. */
  private static final int SLICE = 4 << 20;

  Parcel {
    roots = new ArrayList<>(roots); // an immutable list's serial form is no contract between JDKs
  }

  /**
   * A file or folder.
   *
   * @param origin where it is on the driver's machine, absolute
   * @param name unlike the other roots'
   */
  record Root(String origin, String name, List<Item> items) implements Serializable {}

  /**
   * A file.
   *
   * @param path below the root; empty if it is the root
   * @param slices its bytes
   */
  record Item(String path, String sha256, List<Broadcast<byte[]>> slices) implements Serializable {}

  /** Packs for other machines. */
  static Parcel of(JavaSparkContext context, List<Path> paths) throws IOException {
    List<Root> roots = new ArrayList<>();
    for (Path path : paths) {
      String name = roots.size() + "-" + path.getFileName();
      roots.add(root(path, name, files(path), context::broadcast));
    }
    return sealed(roots);
  }

  /** Packs some of the folders in a folder, which is the one root. */
  static Parcel of(JavaSparkContext context, Path folder, List<String> names) throws IOException {
    List<Path> files = new ArrayList<>();
    for (String name : names) {
      files.addAll(files(folder.resolve(name)));
    }
    return sealed(List.of(root(folder, "folder", files, context::broadcast)));
  }

  /** The same for tasks in this very JVM. */
  static Parcel here(List<Path> paths) {
    List<Root> roots = new ArrayList<>();
    for (Path path : paths) {
      roots.add(new Root(path.toAbsolutePath().toString(), "", List.of()));
    }
    return new Parcel("", roots);
  }

  private static Root root(
      Path path, String name, List<Path> files, Function<byte[], Broadcast<byte[]>> send)
      throws IOException {
    List<Item> items = new ArrayList<>();
    for (Path file : files) {
      items.add(item(path.relativize(file).toString(), file, send));
    }
    return new Root(path.toAbsolutePath().normalize().toString(), name, items);
  }

  private static Parcel sealed(List<Root> roots) {
    MessageDigest whole = sha256Digest();
    for (Root root : roots) {
      for (Item item : root.items()) {
        String line = root.name() + "/" + item.path() + " " + item.sha256() + "\n";
        whole.update(line.getBytes(StandardCharsets.UTF_8));
      }
    }
    return new Parcel(HexFormat.of().formatHex(whole.digest()), roots);
  }

  private static Item item(String name, Path file, Function<byte[], Broadcast<byte[]>> send)
      throws IOException {
    MessageDigest digest = sha256Digest();
    List<Broadcast<byte[]>> slices = new ArrayList<>();
    try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
      for (byte[] slice = in.readNBytes(SLICE); slice.length > 0; slice = in.readNBytes(SLICE)) {
        slices.add(send.apply(slice));
      }
    }
    return new Item(name, HexFormat.of().formatHex(digest.digest()), slices);
  }

  /** Where the roots are on this machine, in their order. */
  List<Path> open() throws IOException {
    if (sha256.isEmpty()) {
      return roots.stream().map(root -> Path.of(root.origin())).toList();
    }
    return ParcelStore.open(this);
  }

  /** Whether the driver's paths lead to the same files on this machine. */
  boolean inPlace() throws IOException {
    for (Root root : roots) {
      Path origin = Path.of(root.origin());
      if (!Files.exists(origin)) {
        return false;
      }
      for (Item item : root.items()) {
        Path file = origin.resolve(item.path());
        if (!Files.isRegularFile(file) || !sha256(file).equals(item.sha256())) {
          return false;
        }
      }
    }
    return true;
  }

  /** The files of a folder, or the file. */
  private static List<Path> files(Path path) throws IOException {
    try (Stream<Path> files = Files.walk(path)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  static String sha256(Path file) throws IOException {
    MessageDigest digest = sha256Digest();
    byte[] buffer = new byte[SLICE];
    try (InputStream in = Files.newInputStream(file)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256Digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every JDK has it
    }
  }
}
