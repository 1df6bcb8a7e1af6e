package stoffprobe.serve;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import stoffprobe.config.Invert;

/**
 * What may stand behind the question mark of {@code /predict}.
 *
 * @param invert as in the model's training if empty
 * @param showInput whether the answer shows what the network sees ({@code show=input})
 */
record Query(Optional<Invert> invert, boolean showInput) {

  private static final String EXPECTED = "Known are invert=auto, never or always, and show=input.";

  static Query parse(@Nullable String query) throws Refusal {
    Optional<Invert> invert = Optional.empty();
    boolean showInput = false;
    for (String part : query == null ? new String[0] : query.split("&", -1)) {
      if (part.equals("show=input")) {
        showInput = true;
      } else if (part.startsWith("invert=")) {
        invert = Optional.of(invert(part.substring("invert=".length())));
      } else {
        throw new Refusal(400, "'" + part + "' is unknown. " + EXPECTED);
      }
    }
    return new Query(invert, showInput);
  }

  private static Invert invert(String word) throws Refusal {
    try {
      return Invert.valueOf(word.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new Refusal(400, "invert can't be '" + word + "'. " + EXPECTED, e);
    }
  }
}
