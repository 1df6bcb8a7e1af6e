package stoffprobe.torture;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.cert.Certificate;
import java.util.Arrays;
import java.util.List;

/**
 * Loads the program as it is, but for a name in a class: where {@code Engine} says {@code
 * DiskOperations}, it finds {@code FaultPoints}, and where the command line asks the clock, {@link
 * ClockSetBack}. So the whole program, from its main class on, runs with faults, and what is
 * shipped has no hook for them. Java is told of it by {@code -Djava.system.class.loader}.
 */
public final class FaultLoader extends URLClassLoader {

  /** A name in a class, and what is put in its place if a system property is set. */
  private record Change(String property, String type, String name, String other) {}

  private static final List<Change> CHANGES =
      List.of(
          new Change(
              "fault",
              "stoffprobe.engine.Engine",
              "stoffprobe/engine/DiskOperations",
              "stoffprobe/engine/FaultPoints"),
          new Change(
              "clock.days",
              "stoffprobe.cli.PipelineOptions",
              "java/time/Clock",
              "stoffprobe/torture/ClockSetBack"));

  /** Called by Java with the class loader of the class path. */
  public FaultLoader(ClassLoader parent) {
    super("faults", classPath(), parent);
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    // Packages have to stay whole: a class sees the package-private ones of its own loader alone.
    if (!name.startsWith("stoffprobe.") && !name.startsWith("gg.jte.generated.")) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      return loaded == null ? find(name) : loaded;
    }
  }

  private Class<?> find(String name) throws ClassNotFoundException {
    for (Change change : CHANGES) {
      if (change.type().equals(name) && System.getProperty(change.property()) != null) {
        return changed(change);
      }
    }
    return findClass(name);
  }

  private Class<?> changed(Change change) throws ClassNotFoundException {
    String path = change.type().replace('.', '/') + ".class";
    URL url = findResource(path);
    try (InputStream in = url.openStream()) {
      byte[] bytes = replace(in.readAllBytes(), constant(change.name()), constant(change.other()));
      String folder = url.toString().substring(0, url.toString().length() - path.length());
      CodeSource source = new CodeSource(new URL(folder), (Certificate[]) null);
      return defineClass(change.type(), bytes, 0, bytes.length, source);
    } catch (IOException e) {
      throw new ClassNotFoundException(change.type(), e);
    }
  }

  private static byte[] replace(byte[] all, byte[] part, byte[] other) {
    for (int i = 0; i + part.length <= all.length; i++) {
      if (Arrays.equals(all, i, i + part.length, part, 0, part.length)) {
        return ByteBuffer.allocate(all.length - part.length + other.length)
            .put(all, 0, i)
            .put(other)
            .put(all, i + part.length, all.length - i - part.length)
            .array();
      }
    }
    throw new IllegalStateException("the class does not name what is to be replaced");
  }

  /** A name as a class file's pool of constants has it: a tag, the length, the bytes. */
  private static byte[] constant(String name) {
    byte[] bytes = name.getBytes(StandardCharsets.US_ASCII);
    int utf8 = 1;
    return ByteBuffer.allocate(3 + bytes.length)
        .put((byte) utf8)
        .putShort((short) bytes.length)
        .put(bytes)
        .array();
  }

  private static URL[] classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(FaultLoader::url)
        .toArray(URL[]::new);
  }

  private static URL url(String entry) {
    try {
      return Path.of(entry).toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException(entry, e);
    }
  }
}
