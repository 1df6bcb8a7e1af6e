package stoffprobe.config;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what is wrong with a pipeline file, so that all of it can be said at once. */
final class Problems {

  private record Problem(Place place, String path, String message) {

    String line() {
      return place.text() + ": " + (path.isEmpty() ? "" : path + ": ") + message;
    }

    /** Whether this problem lies at {@code other}, within it, or around it. */
    boolean concerns(String other) {
      return isWithin(path, other) || isWithin(other, path);
    }

    private static boolean isWithin(String inner, String outer) {
      return inner.equals(outer) || inner.startsWith(outer + ".") || inner.startsWith(outer + "[");
    }
  }

  private final List<Problem> collected = new ArrayList<>();

  void add(Place place, String path, String found, String expected) {
    collected.add(new Problem(place, path, "found " + found + ", expected " + expected));
  }

  /** Whether nothing is known to be wrong with the value at {@code path}. */
  boolean noneAt(String path) {
    return collected.stream().noneMatch(problem -> problem.concerns(path));
  }

  /** Ends the reading if anything is wrong, the problems in the order of the file. */
  void throwIfAny() throws InvalidPipelineException {
    if (!collected.isEmpty()) {
      throw new InvalidPipelineException(
          collected.stream()
              .sorted(Comparator.comparingInt(problem -> problem.place().line()))
              .map(Problem::line)
              .distinct()
              .toList());
    }
  }
}
