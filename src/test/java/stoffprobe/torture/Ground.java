package stoffprobe.torture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import stoffprobe.CommandLineRun;

/**
 * The place of one trial: an output folder, the logs of all that ran on it, and an undisturbed run
 * to compare with.
 */
final class Ground {

  static final String SMOKE = "pipelines/smoke.yaml";

  private final Program program;
  private final Reference reference;
  private final Path folder;
  private final List<String> settings = new ArrayList<>();
  private String pipeline = SMOKE;
  private Path output;
  private int runs;

  Ground(Program program, Reference reference, Path folder) {
    this.program = program;
    this.reference = reference;
    this.folder = folder;
    output = folder.resolve("output");
  }

  Program program() {
    return program;
  }

  Reference reference() {
    return reference;
  }

  /** For whatever a trial needs beside the output folder. */
  Path folder() {
    return folder;
  }

  /** What {@code --output} says. */
  Path output() {
    return output;
  }

  void output(Path other) {
    output = other;
  }

  /** {@code output/<pipeline>}. */
  Path root() {
    return output.resolve("smoke");
  }

  /** Adds options to every command from now on. */
  Ground with(String... options) {
    settings.addAll(List.of(options));
    return this;
  }

  List<String> settings() {
    return settings;
  }

  /** Takes another pipeline file from now on. */
  void pipeline(String file) {
    pipeline = file;
  }

  /** Forgets the options and the other file. */
  void plain() {
    settings.clear();
    pipeline = SMOKE;
  }

  /** Begins with the folders of an undisturbed, complete run. */
  Ground finished(Extent extent) throws IOException {
    for (String stage : extent.folders()) {
      copy(reference.root().resolve(stage), root().resolve(stage));
    }
    return this;
  }

  /** Starts a run. */
  Running start(Program how, String... arguments) throws IOException {
    return Running.start(how.with(arguments("run", arguments)), log());
  }

  /** A run to its end. */
  Ended run(Program how, String... arguments) throws Exception {
    return start(how, arguments).ended();
  }

  Ended run(String... arguments) throws Exception {
    return run(program, arguments);
  }

  /** Any command, by a shell; {@code $1} and so on are the arguments. */
  Ended shell(String script, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("bash", "-c", script, "bash"));
    command.addAll(List.of(arguments));
    return Running.start(command, log()).ended();
  }

  /** {@code status} or {@code verify}, asked within this process: they start no TensorFlow. */
  CommandLineRun ask(String command) {
    return CommandLineRun.of(arguments(command).toArray(String[]::new));
  }

  /** What {@code status} says of each stage. */
  Map<String, String> status() {
    Map<String, String> status = new LinkedHashMap<>();
    CommandLineRun answer = ask("status");
    answer
        .out()
        .lines()
        .filter(line -> !line.startsWith(" "))
        .forEach(line -> status.put(line.split(": ", 2)[0], line.split(": ", 2)[1]));
    assertThat(status).as("%s", answer).containsOnlyKeys(Extent.ALL.stages());
    boolean stale = status.values().stream().anyMatch(told -> !told.equals("up to date"));
    assertThat(answer.exitCode()).as("%s", answer).isEqualTo(stale ? 3 : 0);
    return status;
  }

  /** The program's arguments. */
  List<String> arguments(String command, String... more) {
    List<String> arguments =
        new ArrayList<>(List.of(command, pipeline, "--output", output.toString()));
    arguments.addAll(settings);
    arguments.addAll(List.of(more));
    return arguments;
  }

  /** Where the output of the next process goes. */
  Path log() {
    return folder.resolve("log").resolve(Integer.toString(++runs));
  }

  static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> paths = Files.walk(from)) {
      for (Path path : paths.toList()) {
        Path target = to.resolve(from.relativize(path).toString());
        if (Files.isDirectory(path)) {
          Files.createDirectories(target);
        } else {
          Files.copy(path, target, StandardCopyOption.COPY_ATTRIBUTES);
        }
      }
    }
  }

  static void delete(Path folder) throws IOException {
    if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  /** Flips a bit in the middle of a file, in place. */
  static void flip(Path file) throws IOException {
    byte[] content = Files.readAllBytes(file);
    content[content.length / 2] ^= 1;
    try (var channel =
        java.nio.channels.FileChannel.open(file, java.nio.file.StandardOpenOption.WRITE)) {
      channel.write(java.nio.ByteBuffer.wrap(content));
    }
  }
}
