package stoffprobe.sweep;

import java.io.IOException;

/** Shows what a sweep tells to people. */
@FunctionalInterface
public interface SweepView {

  /** A self-contained page; the same for the same findings. */
  String html(Findings findings) throws IOException;
}
