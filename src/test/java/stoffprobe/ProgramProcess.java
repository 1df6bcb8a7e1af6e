package stoffprobe;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The program in a process of its own, as the launcher starts it. */
final class ProgramProcess {

  private ProgramProcess() {}

  /** Starts it; standard output and error come together. */
  static Process start(Map<String, String> variables, List<String> args) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:TieredStopAtLevel=1"); // starts sooner
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), "stoffprobe.Main"));
    command.addAll(args);
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(variables);
    return builder.start();
  }

  static Process start(String... args) throws IOException {
    return start(Map.of(), List.of(args));
  }

  /** Runs it to its end. */
  static Ended run(Map<String, String> variables, List<String> args) throws Exception {
    Process process = start(variables, args);
    List<String> lines = process.inputReader().lines().toList();
    return new Ended(process.waitFor(), lines);
  }

  static Ended run(String... args) throws Exception {
    return run(Map.of(), List.of(args));
  }

  /**
   * A process that has ended.
   *
   * @param lines what it printed
   */
  record Ended(int exitCode, List<String> lines) {}
}
