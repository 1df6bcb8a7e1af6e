package stoffprobe.doctor;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import stoffprobe.config.DatasetSettings;
import stoffprobe.ingest.Cache;
import stoffprobe.ingest.FolderSource;
import stoffprobe.ingest.Source;

/**
 * Whether the data set's files are on this machine already, whole and with the content that the
 * pipeline file declares: another data set may have files of the same names. Fetches nothing.
 *
 * @param data {@code --data}, if given
 * @param environment the process's environment variables
 */
record DataSetCheck(DatasetSettings dataset, Optional<Path> data, Map<String, String> environment) {

  Finding examine() {
    if (dataset.origin() instanceof DatasetSettings.PictureFolder pictures) {
      return Files.isDirectory(pictures.folder())
          ? Finding.works("data set", dataset.title() + " in " + pictures.folder())
          : Finding.optional(
              "data set",
              "there is no folder " + pictures.folder() + ", seen from the current folder",
              "Correct dataset.folder, or bring the pictures back.");
    }
    List<FolderSource> folders = new ArrayList<>();
    data.ifPresent(folder -> folders.add(new FolderSource(Source.Kind.DATA, folder)));
    Path cache = Cache.of(environment, Path.of(System.getProperty("user.home"))).folder();
    folders.add(new FolderSource(Source.Kind.CACHE, cache));
    dataset
        .files()
        .sources()
        .folders()
        .forEach(folder -> folders.add(new FolderSource(Source.Kind.FOLDER, folder)));
    for (FolderSource folder : folders) {
      if (folder.holds(dataset)) {
        return Finding.works("data set", dataset.title() + " in " + folder.folder());
      }
    }
    return Finding.optional(
        "data set",
        dataset.title() + " is not on this machine yet",
        "'stoffprobe run ingest' fetches it, or says how to provide it.");
  }
}
