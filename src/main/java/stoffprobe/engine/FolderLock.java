package stoffprobe.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;

/**
 * The right to write into a folder, for what is no pipeline's output itself: of the same kind as
 * the one that an {@link Engine} takes.
 */
public final class FolderLock implements AutoCloseable {

  private final OutputLock lock;

  private FolderLock(OutputLock lock) {
    this.lock = lock;
  }

  /**
   * Takes the lock of a folder, which is created if need be.
   *
   * @throws LockedException if another process or thread has it; the message names it
   */
  public static FolderLock of(Path folder, Clock clock) throws IOException, LockedException {
    new DiskOperations().createFolder(folder);
    try {
      return new FolderLock(OutputLock.acquire(new Layout(folder), false, clock));
    } catch (LockedException e) {
      throw new LockedException(e.holder(), "Run again when that has ended.");
    }
  }

  @Override
  public void close() throws IOException {
    lock.close();
  }
}
