package stoffprobe.bench.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Runs programs one after the other, each in a process of its own, and looks at the load of the
 * machine meanwhile. Their output goes to files, so that nothing of the benchmark runs beside them
 * but a look every {@value #LOOK_MILLISECONDS} ms.
 */
public final class Children {

  private static final int LOOK_MILLISECONDS = 50;

  /** In a shorter run, what comes after the last look is too much of the whole. */
  private static final double SHORTEST_JUDGED_SECONDS = 2;

  private static final int LAST_LINES = 15;
  private static final int GRACE_SECONDS = 5;

  private final Path logs;
  private int count;

  /** Also read when the benchmark is ended, by another thread. */
  private volatile Optional<Process> running = Optional.empty();

  /**
   * Ends a running program when the benchmark itself is ended.
   *
   * @param logs where the programs' output is kept
   */
  public Children(Path logs) {
    this.logs = logs;
    Runtime.getRuntime().addShutdownHook(new Thread(this::end, "end-children"));
  }

  /**
   * Runs a program to its end.
   *
   * @throws FailedChildException if it exits with another code than 0
   */
  public Finished run(Program program) throws IOException, InterruptedException {
    Files.createDirectories(logs);
    String log = String.format("%03d-%s", ++count, program.name().replaceAll("[^a-z0-9]+", "-"));
    Path output = logs.resolve(log + ".out");
    Path errors = logs.resolve(log + ".err");
    ProcessBuilder builder =
        new ProcessBuilder(program.command())
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
            .redirectOutput(output.toFile())
            .redirectError(errors.toFile());
    builder.environment().putAll(program.environment());

    Optional<CpuTimes> before = CpuTimes.now();
    long start = System.nanoTime();
    Process process = builder.start();
    running = Optional.of(process);
    ProcessWatch watch = new ProcessWatch(process.pid());
    while (!process.waitFor(LOOK_MILLISECONDS, TimeUnit.MILLISECONDS)) {
      watch.look();
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    running = Optional.empty();
    if (process.exitValue() != 0) {
      throw failed(program, process.exitValue(), output, errors);
    }
    Optional<Load> load =
        seconds < SHORTEST_JUDGED_SECONDS
            ? Optional.empty()
            : load(program.name(), before, watch.ticks());
    return new Finished(Files.readAllLines(output), seconds, watch.peakMebibytes(), load);
  }

  /** Looks at the load while nothing is run; none where it can't be seen. */
  public Optional<Load> look(String when, long milliseconds) throws InterruptedException {
    Optional<CpuTimes> before = CpuTimes.now();
    Thread.sleep(milliseconds);
    return load(when, before, 0);
  }

  private static Optional<Load> load(String when, Optional<CpuTimes> before, long ownTicks) {
    Optional<CpuTimes> after = CpuTimes.now();
    return before.isPresent() && after.isPresent()
        ? Optional.of(Load.of(when, after.get().since(before.get()), ownTicks))
        : Optional.empty();
  }

  private void end() {
    running.ifPresent(Children::end);
  }

  private static void end(Process process) {
    process.destroy();
    try {
      if (!process.waitFor(GRACE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
    }
  }

  private static FailedChildException failed(
      Program program, int exitCode, Path output, Path errors) throws IOException {
    List<String> lines = new ArrayList<>(Files.readAllLines(output));
    lines.addAll(Files.readAllLines(errors));
    List<String> last = lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size());
    return new FailedChildException(
        program.name()
            + " failed with exit code "
            + exitCode
            + " (all of its output: "
            + errors
            + "). Its last lines:\n  "
            + String.join("\n  ", last));
  }
}
