package stoffprobe.gpu;

import java.util.Optional;

/** What runs other programs. */
@FunctionalInterface
interface Programs {

  /** What a program prints to its standard output, if it is there and ends well in time. */
  Optional<String> output(String... command);
}
