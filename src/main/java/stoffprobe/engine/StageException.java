package stoffprobe.engine;

import org.jspecify.annotations.Nullable;

/**
 * A stage failed for a reason that its user can do something about. The message is one or two plain
 * sentences: what is wrong, where, and what to do. The caller exits with 1.
 */
public final class StageException extends Exception {

  public StageException(String message) {
    super(message);
  }

  public StageException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
