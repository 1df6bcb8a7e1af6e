package stoffprobe.engine;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The frame of a command that changes an output folder: it holds the lock, first ends what a killed
 * command left half done, and last writes a line into {@code runs.jsonl}.
 */
final class Command {

  private final Layout layout;
  private final FileOperations files;
  private final Clock clock;

  Command(Layout layout, FileOperations files, Clock clock) {
    this.layout = layout;
    this.files = files;
    this.clock = clock;
  }

  /** What the command does; it adds what is worth recording to the line, also if it fails. */
  @FunctionalInterface
  interface Work {
    void run(Map<String, Object> line) throws IOException, StageException;
  }

  /**
   * Does the work within the frame.
   *
   * @param name how the line calls the command
   * @param wait whether to wait for the lock
   */
  void execute(String name, boolean wait, Work work)
      throws IOException, StageException, LockedException {
    files.createFolder(layout.root());
    OutputLock lock = OutputLock.acquire(layout, wait, clock);
    try {
      new Publication(layout, files).recover();
      recorded(name, work);
    } finally {
      lock.close();
    }
  }

  private void recorded(String name, Work work) throws IOException, StageException {
    Journal journal = new Journal(layout.journal(), files);
    long start = System.nanoTime();
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("command", name);
    line.put("started", clock.instant().toString());
    line.put("seconds", 0.0); // keeps its place at the front of the line
    line.put("result", "done");
    try {
      work.run(line);
    } catch (IOException | StageException | RuntimeException e) {
      line.put("seconds", Seconds.since(start));
      line.put("result", e instanceof InterruptedIOException ? "interrupted" : "failed");
      line.put("error", e instanceof IOException io ? PlainMessage.of(io) : e.getMessage());
      try {
        journal.append(line);
      } catch (IOException unwritten) {
        e.addSuppressed(unwritten); // a full disk must not hide why the command failed
      }
      throw e;
    }
    line.put("seconds", Seconds.since(start));
    journal.append(line);
  }
}
