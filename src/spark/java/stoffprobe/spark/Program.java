package stoffprobe.spark;

import java.io.File;
import java.io.IOException;
import java.io.Serializable;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.util.MutableURLClassLoader;
import stoffprobe.cluster.Cluster;

/**
 * The program itself, its libraries and natives included, for executors, which have none of it: on
 * a cluster they come with another's versions of Jackson, Log4j and protobuf, and so it is loaded
 * by the loader of tasks, before what Spark brings.
 *
 * @param parcel the class path
 */
record Program(Parcel parcel) implements Serializable {

  private static boolean loaded;

  /** The running program, for tasks on other machines. */
  static Program of(JavaSparkContext context) throws IOException {
    return new Program(Parcel.of(context, classPath()));
  }

  /** The running program, for tasks in this JVM. */
  static Program here() throws IOException {
    return new Program(Parcel.here(classPath()));
  }

  /** The jar of what is compiled against Spark, which executors need from the start. */
  static Path sparkSide() {
    return location(Program.class);
  }

  /** The program's jar and what its manifest names; of classes that are in no jar, all there is. */
  private static List<Path> classPath() throws IOException {
    Path program = location(Cluster.class);
    List<Path> entries = new ArrayList<>();
    if (Files.isDirectory(program)) {
      for (String entry : System.getProperty("java.class.path", "").split(File.pathSeparator, -1)) {
        entries.add(Path.of(entry).toAbsolutePath());
      }
      return entries;
    }
    entries.add(program);
    try (JarFile jar = new JarFile(program.toFile())) {
      String names = jar.getManifest().getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
      Arrays.stream(String.valueOf(names).split(" ", -1))
          .map(program::resolveSibling)
          .filter(Files::exists)
          .forEach(entries::add);
    }
    return entries;
  }

  private static Path location(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Lets this JVM load the program's classes. */
  void load() throws IOException {
    synchronized (Program.class) {
      if (!loaded && Program.class.getClassLoader() instanceof MutableURLClassLoader loader) {
        for (Path entry : parcel.open()) {
          URL url = entry.toUri().toURL();
          loader.addURL(url);
        }
      }
      loaded = true;
    }
  }

  /** The command that stands for the program on this machine; arguments follow. */
  List<String> command() throws IOException {
    List<String> entries = new ArrayList<>();
    parcel.open().forEach(entry -> entries.add(entry.toString()));
    entries.add(sparkSide().toString());
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:+UseSerialGC",
        "-Djava.awt.headless=true",
        "-Dfile.encoding=UTF-8",
        "-cp",
        String.join(File.pathSeparator, entries),
        RunMain.class.getName());
  }
}
