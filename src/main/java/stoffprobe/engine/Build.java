package stoffprobe.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** What the build wrote down of itself: its version and those of the libraries that matter. */
public final class Build {

  private static final String RESOURCE = "/stoffprobe/build.properties";
  private static final Properties PROPERTIES = read();

  private Build() {}

  /**
   * A property of the build: {@code version}, {@code tensorflow}, {@code tensorflow.natives}, ...
   *
   * @throws IllegalArgumentException if the build wrote no such property
   */
  public static String property(String key) {
    String value = PROPERTIES.getProperty(key);
    if (value == null) {
      throw new IllegalArgumentException(RESOURCE + " has no property " + key);
    }
    return value;
  }

  private static Properties read() {
    try (InputStream in = Build.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(RESOURCE + " is missing from the program");
      }
      Properties properties = new Properties();
      properties.load(in);
      return properties;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
