package stoffprobe.engine;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The right to write into an output folder. The kernel releases it when its owner dies, so a lock
 * is never left behind; the file {@code .lock} stays and means nothing by itself.
 */
final class OutputLock implements AutoCloseable {

  private static final Logger LOG = LogManager.getLogger();

  /**
   * The lock lies on one byte far behind the file's end: where locks forbid reading, the owner's
   * name can still be read.
   */
  private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

  private static final long POLL_MILLIS = 100;

  /**
   * What this process holds. A kernel's file lock belongs to the whole process, and closing any
   * channel of the file gives it up; so a second engine in the same process must not even open it.
   */
  private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

  private final Path key;
  private final FileChannel channel;

  private OutputLock(Path key, FileChannel channel) {
    this.key = key;
    this.channel = channel;
  }

  /**
   * Takes the lock of an output folder, which must exist.
   *
   * @param wait whether to wait for it
   * @throws LockedException if another process or thread has it and {@code wait} is false
   * @throws InterruptedIOException if the thread is interrupted while it waits
   */
  static OutputLock acquire(Layout layout, boolean wait, Clock clock)
      throws IOException, LockedException {
    Path key = layout.root().toRealPath();
    for (boolean told = false; ; told = true) {
      try {
        return attempt(layout, key, clock);
      } catch (LockedException e) {
        if (!wait) {
          throw e;
        }
        if (!told) {
          LOG.info("{}; waiting until that has ended", e.holder());
        }
        pause(layout);
      }
    }
  }

  private static OutputLock attempt(Layout layout, Path key, Clock clock)
      throws IOException, LockedException {
    if (!HELD_HERE.add(key)) {
      throw locked(layout, "another part of this process");
    }
    FileChannel channel = null;
    try {
      channel = FileChannel.open(layout.lock(), Set.of(CREATE, READ, WRITE, NOFOLLOW_LINKS));
      FileLock lock = channel.tryLock(LOCKED_BYTE, 1, false);
      if (lock == null) {
        throw locked(layout, LockOwner.read(channel));
      }
      LockOwner.write(channel, clock.instant());
      return new OutputLock(key, channel);
    } catch (IOException | LockedException | RuntimeException e) {
      release(key, channel);
      throw e;
    }
  }

  private static LockedException locked(Layout layout, String owner) {
    return new LockedException(layout.root() + " is in use by " + owner);
  }

  private static void pause(Layout layout) throws InterruptedIOException {
    try {
      Thread.sleep(POLL_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("Interrupted while waiting for " + layout.root() + ".");
    }
  }

  private static void release(Path key, @Nullable FileChannel channel) throws IOException {
    try {
      if (channel != null) {
        channel.close();
      }
    } finally {
      HELD_HERE.remove(key);
    }
  }

  @Override
  public void close() throws IOException {
    release(key, channel);
  }
}
