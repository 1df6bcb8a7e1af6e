package stoffprobe.config;

import java.util.regex.Pattern;

/** How a value is addressed: {@code models.cnn.layers[3].filters}, the root by an empty text. */
final class KeyPath {

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_-]{1,60}");

  private KeyPath() {}

  static String child(String path, String key) {
    String shown = PLAIN.matcher(key).matches() ? key : Quoting.quoted(key);
    return path.isEmpty() ? shown : path + "." + shown;
  }

  /**
   * @param index from 0
   */
  static String item(String path, int index) {
    return path + "[" + index + "]";
  }
}
