package stoffprobe.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import scala.runtime.AbstractFunction2;
import scala.runtime.BoxedUnit;
import stoffprobe.engine.SafeFiles;
import stoffprobe.sweep.Home;
import stoffprobe.sweep.PreparedData;
import stoffprobe.sweep.RunFailure;
import stoffprobe.sweep.Task;

/** Takes results on the driver, where each part of a run's folder appears whole or not at all. */
final class HomeComing extends AbstractFunction2<Object, RunResult, BoxedUnit> {

  private final Map<String, Task> tasks = new HashMap<>();
  private final Path prepared;
  private final Home home;

  HomeComing(List<Task> tasks, Path prepared, Home home) {
    tasks.forEach(task -> this.tasks.put(task.id(), task));
    this.prepared = prepared;
    this.home = home;
  }

  @Override
  public BoxedUnit apply(Object partition, RunResult result) {
    try {
      take(result, java.util.Objects.requireNonNull(tasks.get(result.id())));
      return BoxedUnit.UNIT;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void take(RunResult result, Task task) throws IOException {
    Path log = task.file().resolveSibling(task.id() + ".log");
    Files.writeString(log, result.log());
    PreparedData.give(prepared, task.folder());
    Path arrived = task.folder().resolve(".arrived");
    SafeFiles.delete(arrived);
    FolderArchive.unpack(result.folders(), arrived);
    for (String name : RunProcess.brought(task)) {
      move(arrived.resolve(name), task.folder().resolve(name));
    }
    SafeFiles.delete(arrived);
    if (result.exitCode() == 0) {
      home.done(task);
    } else {
      home.failed(task, RunFailure.explanation(result.exitCode(), task, log));
    }
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      SafeFiles.delete(to);
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (NoSuchFileException e) {
      // A run that failed has not all of them.
      Files.deleteIfExists(from);
    }
  }
}
