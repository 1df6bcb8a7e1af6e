package stoffprobe.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The version of code is its bytes, wherever they lie. */
class CodeVersionTest {

  private static final String ENGINE = "stoffprobe.engine";
  private static final String ANCHOR = "stoffprobe/engine/Stage.class";

  @TempDir Path folder;

  /** A folder of classes: the real Stage as anchor, and what the test wants beside it. */
  private Path classes(String name, Map<String, String> others) throws Exception {
    Path classes = folder.resolve(name);
    for (Map.Entry<String, String> other : others.entrySet()) {
      Path file = classes.resolve(other.getKey());
      Files.createDirectories(file.getParent());
      Files.writeString(file, other.getValue());
    }
    Files.createDirectories(classes.resolve(ANCHOR).getParent());
    try (InputStream in = Stage.class.getResourceAsStream("Stage.class")) {
      Files.copy(in, classes.resolve(ANCHOR));
    }
    return classes;
  }

  private static Map<String, String> version(Path origin, String... packages) throws Exception {
    try (URLClassLoader loader = new URLClassLoader(new URL[] {origin.toUri().toURL()}, null)) {
      return CodeVersion.of(loader.loadClass(ENGINE + ".Stage"), packages);
    }
  }

  private Path jar(String name, Path classes) throws Exception {
    Path jar = folder.resolve(name);
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      for (String file : FileTree.of(classes).files()) {
        out.putNextEntry(new JarEntry(file));
        Files.copy(classes.resolve(file), out);
      }
    }
    return jar;
  }

  @Test
  void jarAndFolderOfTheSameClassesHaveTheSameVersion() throws Exception {
    Path classes = classes("with space", Map.of("a/B.class", "1", "a/C.class", "2"));
    assertThat(version(jar("some ü.jar", classes), "a", ENGINE))
        .isEqualTo(version(classes, "a", ENGINE))
        .containsOnlyKeys("a", ENGINE);
  }

  @Test
  void packagesBelowDoNotCount() throws Exception {
    Map<String, String> plain = version(classes("1", Map.of("a/B.class", "1")), "a");
    Path more = classes("2", Map.of("a/B.class", "1", "a/b/D.class", "4"));
    assertThat(version(more, "a")).isEqualTo(plain);
    assertThat(version(jar("more.jar", more), "a")).isEqualTo(plain);
  }

  @Test
  void aResourceBesideTheClassesCounts() throws Exception {
    Map<String, String> plain = version(classes("1", Map.of("a/B.class", "1")), "a");
    Path more = classes("2", Map.of("a/B.class", "1", "a/page.css", "text"));
    assertThat(version(more, "a")).isNotEqualTo(plain);
    assertThat(version(jar("more.jar", more), "a")).isEqualTo(version(more, "a"));
  }

  @Test
  void aChangedMovedOrRenamedByteChangesTheVersion() throws Exception {
    Map<String, String> plain =
        version(classes("1", Map.of("a/B.class", "1", "a/C.class", "2")), "a");
    assertThat(version(classes("2", Map.of("a/B.class", "1", "a/C.class", "3")), "a"))
        .isNotEqualTo(plain);
    assertThat(version(classes("3", Map.of("a/B.class", "12", "a/C.class", "")), "a"))
        .isNotEqualTo(plain);
    assertThat(version(classes("4", Map.of("a/B.class", "1", "a/D.class", "2")), "a"))
        .isNotEqualTo(plain);
  }

  @Test
  void aPackageWithoutFilesIsAMistake() throws Exception {
    assertThatThrownBy(() -> CodeVersion.of(Stage.class, "stoffprobe.typo"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("There is no file in a package stoffprobe.typo");
    assertThatThrownBy(() -> CodeVersion.of(String.class, "java.lang"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
