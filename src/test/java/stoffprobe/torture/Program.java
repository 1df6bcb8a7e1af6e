package stoffprobe.torture;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How the program is started.
 *
 * @param command what stands before the program's own arguments
 */
record Program(List<String> command) {

  private static final String CLASS_PATH = System.getProperty("java.class.path");

  Program {
    command = List.copyOf(command);
  }

  /** As a user starts it. */
  static Program launcher(Path launcher) {
    return new Program(List.of(launcher.toAbsolutePath().toString()));
  }

  /** As the launcher starts it, from classes that are in no jar yet. */
  static Program classPath() {
    return java(List.of());
  }

  /** With a fault in it; see {@code FaultPoints}. */
  static Program withFault(String fault) {
    return java(
        List.of("-Djava.system.class.loader=" + FaultLoader.class.getName(), "-Dfault=" + fault));
  }

  /** With a clock that is days off. */
  static Program withClock(int days) {
    return java(
        List.of(
            "-Djava.system.class.loader=" + FaultLoader.class.getName(), "-Dclock.days=" + days));
  }

  /** The same with another command before it: {@code env LC_ALL=C}. */
  Program after(String... before) {
    List<String> longer = new ArrayList<>(List.of(before));
    longer.addAll(command);
    return new Program(longer);
  }

  /** The whole command line. */
  List<String> with(List<String> arguments) {
    List<String> all = new ArrayList<>(command);
    all.addAll(arguments);
    return all;
  }

  private static Program java(List<String> options) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(List.of("-Djava.awt.headless=true", "-Dfile.encoding=UTF-8"));
    command.addAll(options);
    command.addAll(List.of("-cp", CLASS_PATH, "stoffprobe.Main"));
    return new Program(command);
  }
}
