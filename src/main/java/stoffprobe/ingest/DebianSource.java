package stoffprobe.ingest;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import stoffprobe.config.DatasetSettings.SourceFile;

/**
 * A package of Debian or Ubuntu, downloaded and unpacked without being installed: apt keeps its
 * lists and its cache in a folder of ours, so that no rights are needed and the system's own stay
 * as they are. Signatures are checked as ever.
 */
record DebianSource(String packageName, Commands commands) implements Source.Remote {

  private static final Duration UPDATE_LIMIT = Duration.ofMinutes(2);
  private static final Duration DOWNLOAD_LIMIT = Duration.ofMinutes(5);
  private static final Duration UNPACK_LIMIT = Duration.ofMinutes(1);
  private static final Path DATA_SETS = Path.of("usr", "share", "datasets");

  @Override
  public Kind kind() {
    return Kind.DEBIAN_PACKAGE;
  }

  @Override
  public String place() {
    return "the Debian package " + packageName;
  }

  @Override
  public Map<String, String> fetch(List<SourceFile> wanted, Path folder) throws IOException {
    Path apt = Files.createDirectory(folder.resolve("apt"));
    Optional<String> outdated = update(apt);
    Commands.Result download = commands.run(apt(apt, "download"), apt, DOWNLOAD_LIMIT);
    if (download.exit() != 0) {
      String reason = failure("apt-get download", download);
      throw new IOException(outdated.map(update -> update + "; " + reason).orElse(reason));
    }
    Path unpacked = Files.createDirectory(folder.resolve("unpacked"));
    List<String> unpack = List.of("dpkg-deb", "-x", archive(apt).toString(), unpacked.toString());
    Commands.Result unpacking = commands.run(unpack, apt, UNPACK_LIMIT);
    if (unpacking.exit() != 0) {
      throw new IOException(failure("dpkg-deb -x", unpacking));
    }
    collect(unpacked.resolve(DATA_SETS), wanted, folder);
    return Map.of();
  }

  /** Some other repository may fail while that of the package works, so this may fail for now. */
  private Optional<String> update(Path apt) throws IOException {
    Files.createDirectories(apt.resolve("lists/partial"));
    Files.createDirectories(apt.resolve("cache/archives/partial"));
    Commands.Result update = commands.run(apt(apt, "update"), apt, UPDATE_LIMIT);
    return update.exit() == 0 ? Optional.empty() : Optional.of(failure("apt-get update", update));
  }

  private List<String> apt(Path apt, String action) {
    List<String> command = new ArrayList<>(List.of("apt-get", "-q"));
    Stream.of(
            "Dir::State::Lists=" + apt.resolve("lists"),
            "Dir::Cache=" + apt.resolve("cache"),
            // As root, apt would download as the user _apt, who may not write here.
            "APT::Sandbox::User=root",
            "Acquire::Languages=none",
            "Acquire::Retries=1",
            "Acquire::http::Timeout=10",
            "Acquire::https::Timeout=10")
        .forEach(option -> command.addAll(List.of("-o", option)));
    command.add(action);
    if (action.equals("download")) {
      command.add(packageName);
    }
    return command;
  }

  private Path archive(Path apt) throws IOException {
    try (Stream<Path> files = Files.list(apt)) {
      return files
          .filter(file -> file.toString().endsWith(".deb"))
          .findFirst()
          .orElseThrow(() -> new IOException("apt-get download " + packageName + " left no file"));
    }
  }

  private static void collect(Path unpacked, List<SourceFile> wanted, Path folder)
      throws IOException {
    if (!Files.isDirectory(unpacked)) {
      return;
    }
    List<String> names =
        wanted.stream().flatMap(file -> Stream.of(file.name(), file.name() + ".gz")).toList();
    Files.walkFileTree(
        unpacked,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Path target = folder.resolve(file.getFileName().toString());
            if (attributes.isRegularFile()
                && names.contains(file.getFileName().toString())
                && !Files.exists(target)) {
              Files.move(file, target);
            }
            return FileVisitResult.CONTINUE;
          }
        });
  }

  /** apt's own words: its errors if it marks some, else its last line. */
  private static String failure(String command, Commands.Result result) {
    List<String> lines = result.output().lines().filter(line -> !line.isBlank()).toList();
    List<String> errors = lines.stream().filter(line -> line.startsWith("E: ")).toList();
    List<String> told = errors.isEmpty() ? lines : errors;
    String last = told.isEmpty() ? "no message" : told.get(told.size() - 1).strip();
    return command + " failed with exit code " + result.exit() + " (" + last + ")";
  }
}
