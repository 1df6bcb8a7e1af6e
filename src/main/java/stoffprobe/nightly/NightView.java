package stoffprobe.nightly;

import java.io.IOException;
import java.util.List;

/** How a night is shown to people. */
@FunctionalInterface
public interface NightView {

  /**
   * One HTML page, the same text for the same nights.
   *
   * @param night the night to show
   * @param nights all of the history, oldest first, that night among them
   */
  String html(Night night, List<PastNight> nights) throws IOException;
}
