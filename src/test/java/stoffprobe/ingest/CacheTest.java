package stoffprobe.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CacheTest {

  private static final Path HOME = Path.of("/home/me");

  @TempDir Path temporary;

  @Test
  void liesWhereXdgSays() {
    assertThat(Cache.of(Map.of("XDG_CACHE_HOME", "/var/c"), HOME).folder())
        .isEqualTo(Path.of("/var/c/stoffprobe"));
  }

  @Test
  void liesInTheHomeIfXdgSaysNothingAbsolute() {
    Path expected = Path.of("/home/me/.cache/stoffprobe");

    assertThat(Cache.of(Map.of(), HOME).folder()).isEqualTo(expected);
    assertThat(Cache.of(Map.of("XDG_CACHE_HOME", ""), HOME).folder()).isEqualTo(expected);
    assertThat(Cache.of(Map.of("XDG_CACHE_HOME", "c"), HOME).folder()).isEqualTo(expected);
  }

  @Test
  void keepsAFileUnderItsNameAndNothingElse() throws IOException {
    Path file = Files.writeString(temporary.resolve("a.gz"), "new");
    Cache cache = new Cache(temporary.resolve("deep/cache"));
    Files.createDirectories(cache.folder());
    Files.writeString(cache.folder().resolve("a.gz"), "old and longer");

    Path kept = cache.keep(file);

    assertThat(kept).isEqualTo(cache.folder().resolve("a.gz")).hasContent("new");
    try (Stream<Path> files = Files.list(cache.folder())) {
      assertThat(files).containsExactly(kept);
    }
  }
}
