package stoffprobe.engine;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.MessageDigest;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/**
 * The version of the code that computes a result: a hash of its compiled classes and of the
 * resources beside them. It changes with the code itself, unlike a number that someone has to
 * remember to raise.
 */
public final class CodeVersion {

  private CodeVersion() {}

  /**
   * The SHA-256 over the files of each package, classes and resources, sorted by name, without
   * those of the packages below it. The same files give the same hash from a jar and from a folder.
   *
   * @param anchor a class from the jar or folder to look in
   * @param packages names of packages, {@code stoffprobe.train}
   * @return for each package 64 hexadecimal digits, in the order given
   * @throws IllegalArgumentException if a package has no file there
   * @throws IOException if the jar or folder can't be read
   */
  public static Map<String, String> of(Class<?> anchor, String... packages) throws IOException {
    Path origin = origin(anchor);
    Map<String, String> versions = new LinkedHashMap<>();
    if (Files.isDirectory(origin)) {
      for (String name : packages) {
        versions.put(name, hash(name, fromFolder(origin.resolve(name.replace('.', '/')))));
      }
    } else {
      try (JarFile jar = new JarFile(origin.toFile())) {
        List<JarEntry> entries = Collections.list(jar.entries());
        for (String name : packages) {
          versions.put(name, hash(name, fromJar(jar, entries, name.replace('.', '/') + "/")));
        }
      }
    }
    return Collections.unmodifiableMap(versions);
  }

  private static Path origin(Class<?> anchor) {
    CodeSource source = anchor.getProtectionDomain().getCodeSource();
    if (source == null || source.getLocation() == null) {
      throw new IllegalArgumentException(anchor + " comes from no jar and no folder");
    }
    try {
      return Path.of(source.getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(anchor + " comes from " + source.getLocation(), e);
    }
  }

  private static SortedMap<String, byte[]> fromFolder(Path folder) throws IOException {
    SortedMap<String, byte[]> files = new TreeMap<>();
    for (Path file : FileTree.children(folder)) {
      if (Files.isRegularFile(file)) {
        files.put(String.valueOf(file.getFileName()), Files.readAllBytes(file));
      }
    }
    return files;
  }

  private static SortedMap<String, byte[]> fromJar(
      JarFile jar, List<JarEntry> entries, String folder) throws IOException {
    SortedMap<String, byte[]> files = new TreeMap<>();
    for (JarEntry entry : entries) {
      String path = entry.getName();
      if (path.startsWith(folder) && !entry.isDirectory()) {
        String name = path.substring(folder.length());
        if (name.indexOf('/') < 0) {
          try (InputStream in = jar.getInputStream(entry)) {
            files.put(name, in.readAllBytes());
          }
        }
      }
    }
    return files;
  }

  private static String hash(String name, SortedMap<String, byte[]> files) {
    if (files.isEmpty()) {
      throw new IllegalArgumentException("There is no file in a package " + name);
    }
    MessageDigest digest = Sha256.start();
    files.forEach(
        (file, content) -> {
          // The length keeps the end of one file and the beginning of the next apart.
          digest.update(file.getBytes(StandardCharsets.UTF_8));
          digest.update(ByteBuffer.allocate(Long.BYTES).putLong(content.length).array());
          digest.update(content);
        });
    return Sha256.hex(digest.digest());
  }
}
