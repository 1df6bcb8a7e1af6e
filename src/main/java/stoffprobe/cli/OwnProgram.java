package stoffprobe.cli;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How this very program is started once more. */
final class OwnProgram {

  private static final String MAIN = "stoffprobe.Main";

  private OwnProgram() {}

  /** The JVM as this one was started; arguments of the program follow. */
  static List<String> command() {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), MAIN));
    return command;
  }
}
