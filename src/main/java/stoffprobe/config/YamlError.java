package stoffprobe.config;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A syntax error on one line. The parser's own message has up to nine: a context, a problem, and
 * for each of them the place and an excerpt.
 *
 * @param line counted from 1
 * @param found what stopped the parser, in its words
 */
record YamlError(int line, String found) {

  private static final Pattern PLACE = Pattern.compile("(?m)^ in 'reader', line (\\d+), column");

  static YamlError of(JsonProcessingException error) {
    String message = String.valueOf(error.getOriginalMessage());
    if (message.startsWith("Expected a field name")) {
      return new YamlError(lineOf(error, message), "a map or list in the place of a key");
    }
    String reason =
        message
            .lines()
            .filter(line -> !line.isBlank() && !line.startsWith(" "))
            .map(String::strip)
            .collect(Collectors.joining(": "));
    return new YamlError(
        lineOf(error, message), "an error in the notation (" + Quoting.visible(reason) + ")");
  }

  /** The last place in the message is that of the problem; the location may be the context's. */
  private static int lineOf(JsonProcessingException error, String message) {
    Matcher places = PLACE.matcher(message);
    JsonLocation location = error.getLocation();
    int line = location == null ? 1 : Math.max(1, location.getLineNr());
    while (places.find()) {
      line = Integer.parseInt(places.group(1));
    }
    return line;
  }
}
