package stoffprobe.bench.process;

import java.util.List;
import java.util.Map;

/**
 * A program to be run as a process of its own.
 *
 * @param name what it is called in messages
 * @param environment variables on top of the benchmark's own
 */
public record Program(String name, List<String> command, Map<String, String> environment) {

  public Program {
    command = List.copyOf(command);
    environment = Map.copyOf(environment);
  }
}
