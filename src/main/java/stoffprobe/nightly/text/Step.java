package stoffprobe.nightly.text;

import java.util.Optional;
import stoffprobe.report.text.Bilingual;

/**
 * Something that a reader is to do.
 *
 * @param text what, and why
 * @param command how, if a command does it
 */
public record Step(Bilingual text, Optional<String> command) {

  static Step of(String de, String en) {
    return new Step(new Bilingual(de, en), Optional.empty());
  }

  static Step of(String de, String en, String command) {
    return new Step(new Bilingual(de, en), Optional.of(command));
  }
}
