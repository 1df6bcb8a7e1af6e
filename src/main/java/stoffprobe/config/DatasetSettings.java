package stoffprobe.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The section {@code dataset}: what the data set is, and where it comes from.
 *
 * @param height rows of an image
 * @param width columns of an image
 * @param colour whether a pixel is red, green and blue; else it is grey
 * @param license as the report states it
 */
public record DatasetSettings(
    String title,
    ClassNames classes,
    int height,
    int width,
    boolean colour,
    Optional<String> license,
    Origin origin) {

  private static final int RED_GREEN_BLUE = 3;

  /** The shape of one image. */
  public Shape.Image imageShape() {
    return new Shape.Image(height, width, colour ? RED_GREEN_BLUE : 1);
  }

  /**
   * The files of a data set that is files of arrays.
   *
   * @throws IllegalStateException if it is a folder of pictures
   */
  public Files files() {
    if (origin instanceof Files files) {
      return files;
    }
    throw new IllegalStateException(title + " is no data set of files");
  }

  /** What later pictures go through, as those of the data set did; colours stay as they are. */
  public Invert invert() {
    if (colour) {
      return Invert.NEVER;
    }
    return origin instanceof PictureFolder pictures ? pictures.invert() : Invert.AUTO;
  }

  /** Where the images come from. */
  public sealed interface Origin permits Files, PictureFolder {

    /** The share of all images that becomes the test set; 0 if there is a test set already. */
    double testShare();
  }

  /**
   * Files of arrays, in the order in which they are read: {@code train-images}, {@code
   * train-labels}, {@code test-images}, {@code test-labels}, or, with labels and pixels in one,
   * {@code train} and {@code test}; those of the test set lack where it is a share.
   *
   * @param all keyed as in the pipeline file
   */
  public record Files(List<SourceFile> all, Sources sources, double testShare) implements Origin {

    public Files {
      all = List.copyOf(all);
    }
  }

  /**
   * One source file.
   *
   * @param key as in the pipeline file
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

    /** No place but {@code --data} and the cache. */
    public static final Sources NOWHERE =
        new Sources(List.of(), Optional.empty(), Optional.empty());

    public Sources {
      folders = List.copyOf(folders);
    }
  }

  /**
   * A folder of pictures, in a folder a class; those folders stand in {@code train} and {@code
   * test} where there is a test set already.
   *
   * @param classFolders their names, in the order of the classes
   */
  public record PictureFolder(
      Path folder, List<String> classFolders, Invert invert, double testShare) implements Origin {

    public PictureFolder {
      classFolders = List.copyOf(classFolders);
    }

    /** Whether a file or folder of this name is what systems leave behind among a user's own. */
    public static boolean isHidden(String name) {
      return name.startsWith(".") || name.equals("__MACOSX");
    }
  }
}
