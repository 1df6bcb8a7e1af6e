package stoffprobe.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tells a pipeline file from a stage among arguments without an option. */
final class Positional {

  /** A word that is a stage's is one, whatever lies in the current folder. */
  private static final Pattern STAGE =
      Pattern.compile("ingest|explore|preprocess|train-[^/]+|evaluate|report");

  private Positional() {}

  /** Takes the first argument away and returns it, if it looks like a file. */
  static Optional<Path> takePipeline(List<String> arguments) {
    if (arguments.isEmpty() || !looksLikeFile(arguments.get(0))) {
      return Optional.empty();
    }
    return Optional.of(Path.of(arguments.remove(0)));
  }

  private static boolean looksLikeFile(String argument) {
    String lower = argument.toLowerCase(Locale.ROOT);
    return lower.endsWith(".yaml")
        || lower.endsWith(".yml")
        || argument.contains("/")
        || (!STAGE.matcher(argument).matches() && Files.isRegularFile(Path.of(argument)));
  }
}
