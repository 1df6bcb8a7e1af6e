package stoffprobe.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Guesses which word was meant. */
final class Spelling {

  private Spelling() {}

  /**
   * The candidate nearest to {@code word}, if it is near enough: at most a third of the letters
   * typed otherwise, case and underscores aside.
   */
  static Optional<String> closest(String word, Collection<String> candidates) {
    String typed = normal(word);
    if (typed.length() > 40) {
      return Optional.empty();
    }
    return candidates.stream()
        .filter(candidate -> 3 * distance(typed, normal(candidate)) <= candidate.length())
        .min(Comparator.comparingInt(candidate -> distance(typed, normal(candidate))));
  }

  /** The end of a message, empty if there is no good guess. */
  static String hint(String word, Collection<String> candidates) {
    return closest(word, candidates)
        .map(candidate -> "; did you mean " + Quoting.quoted(candidate) + "?")
        .orElse("");
  }

  private static String normal(String word) {
    return word.toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Levenshtein's distance with swapped neighbours as one step (optimal string alignment). */
  static int distance(String a, String b) {
    int[][] steps = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        steps[i][j] = i == 0 || j == 0 ? i + j : step(steps, a, b, i, j);
      }
    }
    return steps[a.length()][b.length()];
  }

  private static int step(int[][] steps, String a, String b, int i, int j) {
    int replaced = steps[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
    int best = Math.min(replaced, 1 + Math.min(steps[i - 1][j], steps[i][j - 1]));
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(best, steps[i - 2][j - 2] + 1) : best;
  }
}
