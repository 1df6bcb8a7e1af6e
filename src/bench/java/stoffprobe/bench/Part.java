package stoffprobe.bench;

import java.io.IOException;
import stoffprobe.bench.figures.Side;

/** Something that both sides are measured in. */
interface Part {

  /** Measures {@code side} once. A part that only one side has does nothing for the other. */
  void measure(Side side, Stand stand) throws IOException, InterruptedException;
}
