package stoffprobe.spark;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.broadcast.Broadcast;

/**
 * What this machine has fetched, in a folder named by its hash: {@code stoffprobe-<user>} in the
 * folder for temporary files. It outlives executors and drivers, so that the next finds it.
 */
final class ParcelStore {

  /** What this JVM has opened. */
  private static final Map<String, List<Path>> OPEN = new HashMap<>();

  private ParcelStore() {}

  static List<Path> open(Parcel parcel) throws IOException {
    synchronized (OPEN) {
      List<Path> paths = OPEN.get(parcel.sha256());
      if (paths == null) {
        paths = found(parcel);
        OPEN.put(parcel.sha256(), paths);
      }
      return paths;
    }
  }

  private static List<Path> found(Parcel parcel) throws IOException {
    if (parcel.inPlace()) {
      return parcel.roots().stream().map(root -> Path.of(root.origin())).toList();
    }
    Path folder = folder().resolve(parcel.sha256());
    Path lock = folder.resolveSibling(parcel.sha256() + ".lock");
    try (FileChannel channel =
            FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock held = channel.lock()) {
      if (held.isValid() && !Files.exists(folder)) {
        unpack(parcel, folder);
      }
    }
    return parcel.roots().stream().map(root -> folder.resolve(root.name())).toList();
  }

  /** Where this user's parcels are; nobody else can put something there. */
  static Path folder() throws IOException {
    String user = System.getProperty("user.name", "user");
    Path folder = Path.of(System.getProperty("java.io.tmpdir", "/tmp"), "stoffprobe-" + user);
    try {
      Files.createDirectory(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    } catch (FileAlreadyExistsException e) {
      String owner = Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS).getName();
      if (!owner.equals(user)) {
        throw new IOException(
            folder + " belongs to " + owner + ", not to " + user + ". Remove it.", e);
      }
    }
    return folder;
  }

  private static void unpack(Parcel parcel, Path folder) throws IOException {
    Path part = Files.createTempDirectory(folder.getParent(), "." + parcel.sha256());
    for (Parcel.Root root : parcel.roots()) {
      for (Parcel.Item item : root.items()) {
        Path file = part.resolve(root.name()).resolve(item.path());
        Files.createDirectories(file.getParent());
        try (OutputStream out = Files.newOutputStream(file)) {
          for (Broadcast<byte[]> slice : item.slices()) {
            out.write(slice.value());
          }
        }
        if (!Parcel.sha256(file).equals(item.sha256())) {
          throw new IOException(file + " did not arrive as it was sent. Check the machine's disk.");
        }
      }
    }
    Files.move(part, folder, StandardCopyOption.ATOMIC_MOVE);
  }
}
