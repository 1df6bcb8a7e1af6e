package stoffprobe.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/** A second program that runs a stage in a given folder until it is told to end. */
final class LockHolder {

  private LockHolder() {}

  /** Starts it and returns when it holds the lock. */
  static Process start(Path root) throws IOException {
    String classes =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classes,
                LockHolder.class.getName(),
                root.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    if (process.getInputStream().read() != '!') {
      throw new IOException("the second program did not start its stage");
    }
    return process;
  }

  public static void main(String[] args) throws Exception {
    Stage stage =
        ToyStage.of(
            "hold",
            "1-hold",
            List.of(),
            workspace -> {
              Files.writeString(workspace.output("half.txt"), "half");
              System.out.print("!");
              System.out.flush();
              while (System.in.read() >= 0) {}
            });
    new Engine(Path.of(args[0]), List.of(stage), Progress.NONE, Clock.systemUTC())
        .run(new RunRequest(List.of(), true, false));
  }
}
