package stoffprobe.predict;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stoffprobe.Sample;
import stoffprobe.SmokeModel;
import stoffprobe.data.Idx;
import stoffprobe.data.Images;

/**
 * The example compiles and runs with the libraries that README names, and no other: what else the
 * pipeline uses is not needed to classify.
 */
final class ExampleTest {

  /** As README lists them. */
  private static final List<String> NEEDED =
      List.of(
          "tensorflow-core-api",
          "tensorflow-core-native",
          "ndarray",
          "javacpp",
          "protobuf-java",
          "jackson-core",
          "jackson-databind",
          "jackson-annotations",
          "log4j-api",
          "jspecify");

  @TempDir private Path folder;

  @Test
  void itSortsPicturesWithNoneOfThePipelinesLibraries() throws Exception {
    Images images = Idx.readImages(Sample.folder().resolve("t10k-images-idx3-ubyte.gz")).values();
    Path pictures = Files.createDirectory(folder.resolve("pictures"));
    for (int i = 0; i < 3; i++) {
      BufferedImage picture = new BufferedImage(28, 28, BufferedImage.TYPE_BYTE_GRAY);
      picture.getRaster().setDataElements(0, 0, 28, 28, images.copy(i));
      ImageIO.write(picture, "png", pictures.resolve(i + ".png").toFile());
    }
    BufferedImage black = new BufferedImage(28, 28, BufferedImage.TYPE_BYTE_GRAY);
    ImageIO.write(black, "png", pictures.resolve("black.png").toFile());
    Files.writeString(pictures.resolve("broken.png"), "no picture");
    Path classes = Files.createDirectory(folder.resolve("classes"));
    assertThat(
            ToolProvider.getSystemJavaCompiler()
                .run(
                    null,
                    null,
                    null,
                    "-Xlint:all,-classfile",
                    "-Werror",
                    "-cp",
                    classPath(),
                    "-d",
                    classes.toString(),
                    "src/examples/java/example/SortPictures.java"))
        .isZero();

    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            classes + File.pathSeparator + classPath(),
            "example.SortPictures",
            SmokeModel.folder().toString(),
            pictures.toString());
    Process process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    List<String> lines = process.inputReader().lines().toList();

    assertThat(process.waitFor()).isZero();
    assertThat(lines).hasSize(5);
    assertThat(lines.get(0)).startsWith("0.png: ");
    assertThat(lines.get(3))
        .isEqualTo("black.png: for a person, as it is unlike the training images");
    assertThat(lines.get(4)).startsWith("broken.png: unreadable: ").contains("no PNG or JPEG file");
  }

  private static String classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(
            entry ->
                (entry.endsWith("classes") && !entry.endsWith("test-classes"))
                    || NEEDED.stream().anyMatch(name -> new File(entry).getName().startsWith(name)))
        .collect(Collectors.joining(File.pathSeparator));
  }
}
