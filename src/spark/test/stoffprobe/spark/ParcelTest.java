package stoffprobe.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a machine works with has to be what the driver has, wherever it comes from. */
final class ParcelTest {

  private static JavaSparkContext context;

  @TempDir private Path folder;

  @BeforeAll
  static void start() {
    SparkConf conf = new SparkConf(false).setMaster("local[1]").setAppName("parcels");
    conf.set("spark.ui.enabled", "false");
    conf.set("spark.driver.host", "127.0.0.1").set("spark.driver.bindAddress", "127.0.0.1");
    context = new JavaSparkContext(conf);
  }

  @AfterAll
  static void stop() {
    context.stop();
  }

  @Test
  void whatStandsInTheSamePlaceIsUsedThere() throws IOException {
    Parcel parcel = Parcel.of(context, List.of(model(1)));

    assertThat(parcel.open()).containsExactly(folder.resolve("model"));
  }

  @Test
  void whatIsMissingIsFetchedOnceUnderItsHash() throws IOException {
    Path model = model(2);
    byte[] weights = Files.readAllBytes(model.resolve("variables/weights"));
    Parcel parcel = Parcel.of(context, List.of(model));
    delete(model);

    Path fetched = parcel.open().get(0);

    try {
      assertThat(fetched).startsWith(ParcelStore.folder().resolve(parcel.sha256()));
      assertThat(fetched.resolve("variables/weights")).hasBinaryContent(weights);
      assertThat(fetched.resolve("model.json")).hasContent("{}");
      parcel.roots().stream()
          .flatMap(root -> root.items().stream())
          .flatMap(item -> item.slices().stream())
          .forEach(slice -> slice.destroy(true)); // a second fetch would now fail
      assertThat(parcel.open()).containsExactly(fetched);
    } finally {
      delete(ParcelStore.folder().resolve(parcel.sha256()));
      Files.delete(ParcelStore.folder().resolve(parcel.sha256() + ".lock"));
    }
  }

  /** Another version of the program or the model under the same path would go unnoticed. */
  @Test
  void whatStandsThereButDiffersIsNotUsed() throws IOException {
    Path model = model(3);
    Parcel parcel = Parcel.of(context, List.of(model));
    Files.writeString(model.resolve("model.json"), "[]");

    assertThat(parcel.inPlace()).isFalse();
  }

  @Test
  void twoFoldersWithTheSameFilesAreOneParcel() throws IOException {
    Path model = model(4);
    Parcel first = Parcel.of(context, List.of(model));
    Parcel part = Parcel.of(context, model, List.of("variables"));

    assertThat(Parcel.of(context, List.of(model)).sha256()).isEqualTo(first.sha256());
    assertThat(part.sha256()).isNotEqualTo(first.sha256());
    assertThat(part.roots().get(0).items()).hasSize(1);
  }

  /** More than one slice; what this JVM has found before it does not look for again. */
  private Path model(int seed) throws IOException {
    Path model = folder.resolve("model");
    Files.createDirectories(model.resolve("variables"));
    Files.writeString(model.resolve("model.json"), "{}");
    byte[] weights = new byte[9_000_000];
    new Random(seed).nextBytes(weights);
    Files.write(model.resolve("variables/weights"), weights);
    return model;
  }

  private static void delete(Path path) throws IOException {
    try (Stream<Path> files = Files.walk(path)) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
