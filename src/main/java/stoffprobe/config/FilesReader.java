package stoffprobe.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import stoffprobe.config.DatasetSettings.Files;
import stoffprobe.config.DatasetSettings.SourceFile;
import stoffprobe.config.DatasetSettings.Sources;

/** Reads {@code dataset.files} and what belongs to it. */
final class FilesReader {

  private FilesReader() {}

  static Files read(Section dataset, boolean colour) {
    double testShare = dataset.optional("test-share", TestShare.KIND, 0.0);
    return new Files(
        dataset.requiredSection("files", files -> files(files, testShare > 0, colour)),
        dataset.find("sources").map(it -> it.as(FilesReader::sources)).orElse(Sources.NOWHERE),
        testShare);
  }

  /** Four files; or two, of which each holds labels and pixels; half of them without a test set. */
  private static List<SourceFile> files(Section files, boolean byShare, boolean colour) {
    boolean together = files.find("train").isPresent();
    List<String> keys = new ArrayList<>();
    keys.addAll(together ? List.of("train") : List.of("train-images", "train-labels"));
    if (!byShare) {
      keys.addAll(together ? List.of("test") : List.of("test-images", "test-labels"));
    }
    return keys.stream().map(key -> file(files, key, colour)).toList();
  }

  private static SourceFile file(Section files, String key, boolean colour) {
    return files.requiredSection(
        key,
        file -> {
          String name = file.required("name", Words.fileName());
          boolean together = !key.contains("-");
          file.find("name")
              .filter(value -> value.problems().noneAt(value.path()))
              .filter(value -> name.endsWith(".csv") != together)
              .ifPresent(
                  value ->
                      value.refuse(
                          together
                              ? "a CSV file's name (.csv) for " + key
                              : "an IDX or NumPy file's name; a CSV file holds labels and pixels"
                                  + " and stands under train or test"));
          if (colour && key.endsWith("-images") && !name.endsWith(".npy")) {
            file.find("name")
                .filter(value -> value.problems().noneAt(value.path()))
                .ifPresent(
                    value ->
                        value.refuse(
                            "an IDX file's name besides colour: true",
                            "a NumPy file's (.npy): IDX files hold grey images"));
          }
          return new SourceFile(key, name, file.optional("sha256", Words.sha256()));
        });
  }

  private static Sources sources(Section sources) {
    List<Path> folders =
        sources
            .find("folders")
            .map(value -> value.items("a list of folders", 0, 100))
            .orElse(List.of())
            .stream()
            .map(folder -> folder.as(Words.folder()))
            .toList();
    return new Sources(
        folders,
        sources.optional("download", Words.address()),
        sources.optional("debian-package", Words.debianPackage()));
  }
}
