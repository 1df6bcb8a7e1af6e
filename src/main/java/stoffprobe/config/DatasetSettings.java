package stoffprobe.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The section {@code dataset}: what the data set is, and where its four IDX files may be found.
 *
 * @param height rows of an image
 * @param width columns of an image
 * @param license as the report states it
 */
public record DatasetSettings(
    String title,
    ClassNames classes,
    int height,
    int width,
    Optional<String> license,
    Files files,
    Sources sources) {

  /** The shape of one image: grey, so one channel. */
  public Shape.Image imageShape() {
    return new Shape.Image(height, width, 1);
  }

  /** The four source files, in the order in which they are read. */
  public record Files(
      SourceFile trainImages,
      SourceFile trainLabels,
      SourceFile testImages,
      SourceFile testLabels) {

    /** All four, keyed as in the pipeline file. */
    public List<SourceFile> all() {
      return List.of(trainImages, trainLabels, testImages, testLabels);
    }
  }

  /**
   * One source file.
   *
   * @param key {@code train-images}, {@code train-labels}, {@code test-images} or {@code
   *     test-labels}
   * @param name file name, without {@code .gz}
   * @param sha256 of the decompressed bytes, in lower case; empty if the pipeline file gives none
   */
  public record SourceFile(String key, String name, Optional<String> sha256) {}

  /**
   * Where the files are looked for after {@code --data} and the cache, in this order.
   *
   * @param folders folders that may hold the files ({@code sources.folders})
   * @param download address below which the publisher offers {@code NAME.gz}
   * @param debianPackage package that holds {@code NAME.gz}, fetched without root
   */
  public record Sources(
      List<Path> folders, Optional<String> download, Optional<String> debianPackage) {

    public Sources {
      folders = List.copyOf(folders);
    }
  }
}
