package stoffprobe.doctor;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import stoffprobe.config.DatasetSettings;
import stoffprobe.config.DatasetSettings.SourceFile;
import stoffprobe.ingest.Cache;

/**
 * Whether the data set's files are on this machine already. Fetches nothing, and leaves the check
 * of their content to ingest.
 *
 * @param data {@code --data}, if given
 * @param environment the process's environment variables
 */
record DataSetCheck(DatasetSettings dataset, Optional<Path> data, Map<String, String> environment) {

  Finding examine() {
    List<Path> folders = new ArrayList<>();
    data.ifPresent(folders::add);
    folders.add(Cache.of(environment, Path.of(System.getProperty("user.home"))).folder());
    folders.addAll(dataset.sources().folders());
    for (Path folder : folders) {
      if (dataset.files().all().stream().allMatch(file -> isIn(folder, file))) {
        return Finding.works("data set", dataset.title() + " in " + folder);
      }
    }
    return Finding.optional(
        "data set",
        dataset.title() + " is not on this machine yet",
        "'stoffprobe run ingest' fetches it, or says how to provide it.");
  }

  private static boolean isIn(Path folder, SourceFile file) {
    return Files.isRegularFile(folder.resolve(file.name()))
        || Files.isRegularFile(folder.resolve(file.name() + ".gz"));
  }
}
