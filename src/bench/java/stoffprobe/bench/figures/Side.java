package stoffprobe.bench.figures;

import java.util.Locale;

/** Whose figure it is. */
public enum Side {
  /** This project, on TensorFlow for Java. */
  OURS,
  /** Deep Java Library on libtorch. */
  PEER,
  /** The workshop notebook's loop, in Python. */
  NOTEBOOK;

  /** The word for it in {@code bench.json} and in messages. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
