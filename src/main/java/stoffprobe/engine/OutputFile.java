package stoffprobe.engine;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * A file that a stage wrote.
 *
 * @param path relative to the stage's folder, names separated by {@code /}
 * @param bytes its size
 * @param sha256 the hash of its content, 64 hexadecimal digits
 */
public record OutputFile(String path, long bytes, String sha256) {

  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
  private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:.*");

  /**
   * @throws IllegalArgumentException if the path would lead out of the stage's folder, or size or
   *     hash can't be such
   */
  public OutputFile {
    if (!staysInside(path)) {
      throw new IllegalArgumentException("not a path inside a stage's folder: " + path);
    }
    if (bytes < 0 || !SHA256.matcher(sha256).matches()) {
      throw new IllegalArgumentException("no size or no SHA-256: " + bytes + ", " + sha256);
    }
  }

  private static boolean staysInside(String path) {
    return Arrays.stream(path.split("/", -1))
            .noneMatch(name -> name.isEmpty() || name.equals(".") || name.equals(".."))
        && path.indexOf('\0') < 0
        && !DRIVE.matcher(path).matches()
        && !Path.of(path).isAbsolute()
        && !path.equals(Manifest.FILE);
  }
}
