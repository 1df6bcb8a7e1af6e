package stoffprobe;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import stoffprobe.config.SweepFile;
import stoffprobe.config.SweepReader;
import stoffprobe.engine.Progress;
import stoffprobe.sweep.Home;
import stoffprobe.sweep.PreparedData;
import stoffprobe.sweep.RunRecord;
import stoffprobe.sweep.Sweep;
import stoffprobe.sweep.Task;
import stoffprobe.sweep.Workers;

/** A sweep of real trainings, small enough to be run often; its runs take place in this process. */
final class SmallSweep {

  private final Path folder;
  private final Path file;

  /** Runs begun so far. */
  int begun;

  SmallSweep(Path folder, String settings) throws IOException {
    this(folder, settings, Files.readString(Path.of("pipelines/smoke.yaml")));
  }

  /** With data of its own, of which no checksum is known beforehand. */
  static SmallSweep on(Path data, Path folder, String settings) throws IOException {
    String smoke =
        Files.readString(Path.of("pipelines/smoke.yaml"))
            .replaceAll(", sha256: [0-9a-f]{64}", "")
            .replace("src/test/resources/fashion-mnist-sample", data.toString());
    return new SmallSweep(folder, settings, smoke);
  }

  private SmallSweep(Path folder, String settings, String smoke) throws IOException {
    this.folder = folder;
    Files.writeString(
        folder.resolve("base.yaml"),
        smoke.substring(0, smoke.indexOf("  cnn:")).replace("epochs: 2", "epochs: 1")
            + "  plain:\n    layers: [flatten, {dense: 10}]\n");
    file = folder.resolve("many.yaml");
    write(settings);
  }

  void write(String settings) throws IOException {
    Files.writeString(file, "base: " + folder.resolve("base.yaml") + "\n" + settings);
  }

  Path root() {
    return folder.resolve("output/many");
  }

  List<RunRecord> run() throws Exception {
    return run(new InThisProcess(), 0, false);
  }

  List<RunRecord> run(Workers workers, int retries, boolean force) throws Exception {
    SweepFile sweep = SweepReader.read(file, List.of());
    return new Sweep(
            sweep,
            root(),
            pipeline -> Pipeline.stages(pipeline, Optional.empty()),
            Clock.systemUTC())
        .run(workers, retries, force, Progress.NONE, findings -> findings.toString());
  }

  /** Trains here, one run after the other. */
  final class InThisProcess implements Workers {

    @Override
    public void carryOut(List<Task> tasks, Path prepared, Home home) throws IOException {
      for (Task task : tasks) {
        carryOut(task, prepared, home);
      }
    }

    void carryOut(Task task, Path prepared, Home home) throws IOException {
      begun++;
      PreparedData.give(prepared, task.folder());
      CommandLineRun run =
          CommandLineRun.of(
              "run",
              task.file().toString(),
              "evaluate",
              "--output",
              String.valueOf(task.folder().getParent()));
      if (run.exitCode() == 0) {
        home.done(task);
      } else {
        home.failed(task, run.err());
      }
    }

    @Override
    public String description() {
      return "this process";
    }
  }
}
