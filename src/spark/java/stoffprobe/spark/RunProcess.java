package stoffprobe.spark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.SparkEnv;
import org.apache.spark.util.Utils;
import stoffprobe.engine.ChildProcess;
import stoffprobe.engine.SafeFiles;
import stoffprobe.sweep.PreparedData;
import stoffprobe.sweep.Task;

/**
 * Carries out a run in a process beside the executor, in a folder that goes when it is done.
 *
 * @param program the command that stands for the program
 * @param prepared holds {@link PreparedData#FOLDERS}
 * @param options further ones of {@code run}
 */
record RunProcess(List<String> program, Path prepared, List<String> options) {

  /**
   * Carries it out.
   *
   * @param threads how many cores it may use
   * @throws InterruptedException if the task is to end; its process has been ended
   */
  RunResult carryOut(RunOrder order, int threads) throws IOException, InterruptedException {
    Path local = Path.of(Utils.getLocalDir(SparkEnv.get().conf()));
    Path folder = Files.createTempDirectory(Files.createDirectories(local), "run-");
    try {
      Path file = folder.resolve(order.id() + ".yaml");
      Files.writeString(file, order.pipeline());
      Task task = new Task(order.id(), order.model(), file, folder.resolve(order.id()));
      PreparedData.give(prepared, task.folder());
      Path log = folder.resolve(order.id() + ".log");
      int exitCode = run(task.command(program, threads, options), log);
      return new RunResult(
          order.id(),
          exitCode,
          Files.readString(log),
          FolderArchive.pack(task.folder(), brought(task)));
    } finally {
      SafeFiles.delete(folder);
    }
  }

  /** What goes home; the journal tells why a run failed. */
  static List<String> brought(Task task) {
    List<String> brought = new ArrayList<>(task.resultFolders());
    brought.add("runs.jsonl");
    return brought;
  }

  /** Ends with its standard input, too: a killed executor can't end it otherwise. */
  private static int run(List<String> command, Path log) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    try {
      return ChildProcess.ended(process);
    } finally {
      process.outputWriter(StandardCharsets.UTF_8).close();
    }
  }
}
