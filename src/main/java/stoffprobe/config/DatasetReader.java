package stoffprobe.config;

import java.util.List;

/** Reads the section {@code dataset}. */
final class DatasetReader {

  /** Height and width of an image where the file gives none: those of MNIST and its likes. */
  private static final int DEFAULT_SIDE = 28;

  private DatasetReader() {}

  static DatasetSettings read(Section dataset) {
    String title = dataset.required("title", Words.line(200));
    List<Integer> size = size(dataset);
    boolean colour = dataset.optional("colour", Words.truth(), false);
    var license = dataset.optional("license", Words.line(500));
    if (dataset.find("folder").isPresent()) {
      PictureFolderReader.Found found = PictureFolderReader.read(dataset, colour);
      return new DatasetSettings(
          title, found.classes(), size.get(0), size.get(1), colour, license, found.origin());
    }
    return new DatasetSettings(
        title,
        ClassNamesReader.read(dataset),
        size.get(0),
        size.get(1),
        colour,
        license,
        FilesReader.read(dataset, colour));
  }

  private static List<Integer> size(Section dataset) {
    List<Integer> sides =
        dataset
            .find("size")
            .map(size -> size.items("[height, width], such as [28, 28]", 2, 2))
            .orElse(List.of())
            .stream()
            .map(side -> side.as(Numbers.whole(1, 1024)))
            .toList();
    return sides.isEmpty() ? List.of(DEFAULT_SIDE, DEFAULT_SIDE) : sides;
  }
}
