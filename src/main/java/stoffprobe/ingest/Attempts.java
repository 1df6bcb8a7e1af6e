package stoffprobe.ingest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import stoffprobe.config.DatasetSettings;
import stoffprobe.config.DatasetSettings.SourceFile;

/** What was tried and why it failed, for the one message at the end. */
final class Attempts {

  /** Names of files by place and reason, so that four files with one reason are one line. */
  private final Map<String, List<String>> failures = new LinkedHashMap<>();

  void add(Source source, SourceFile file, String reason) {
    failures
        .computeIfAbsent(source.place() + ": " + reason, line -> new ArrayList<>())
        .add(file.name());
  }

  void add(Source source, SourceFile file, IOException reason) {
    add(source, file, Objects.requireNonNullElse(reason.getMessage(), reason.toString()));
  }

  /** The whole story: what is missing, what was tried, and how to provide the files by hand. */
  String message(DatasetSettings dataset, List<SourceFile> missing) {
    String tried =
        failures.entrySet().stream()
            .map(
                failure ->
                    "  " + failure.getKey() + " (" + names(failure.getValue(), dataset) + ")\n")
            .collect(Collectors.joining());
    String byHand =
        dataset.files().all().stream()
            .map(
                file ->
                    file.sha256()
                        .map(hash -> "  " + file.name() + "  SHA-256 " + hash)
                        .orElse("  " + file.name()))
            .collect(Collectors.joining("\n"));
    return "The data set "
        + dataset.title()
        + " is incomplete, not found: "
        + names(missing.stream().map(SourceFile::name).toList(), dataset)
        + ". Tried:\n"
        + tried
        + "To provide the files by hand, put them into a folder, plain or as .gz, and name it with"
        + " --data DIR (SHA-256 of the decompressed files):\n"
        + byHand;
  }

  private static String names(List<String> names, DatasetSettings dataset) {
    int all = dataset.files().all().size();
    return names.size() == all ? "all " + all + " files" : String.join(", ", names);
  }
}
