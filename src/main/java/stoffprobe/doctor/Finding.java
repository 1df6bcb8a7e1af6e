package stoffprobe.doctor;

import java.util.Optional;

/**
 * One thing that was looked at.
 *
 * @param subject what was looked at
 * @param state whether it works
 * @param found what was found
 * @param advice what to do, if something should be done
 */
public record Finding(String subject, State state, String found, Optional<String> advice) {

  /** Whether something works. */
  public enum State {
    WORKS,
    /** Not needed, but better with it. */
    OPTIONAL,
    FAILS
  }

  static Finding works(String subject, String found) {
    return new Finding(subject, State.WORKS, found, Optional.empty());
  }

  static Finding optional(String subject, String found, String advice) {
    return new Finding(subject, State.OPTIONAL, found, Optional.of(advice));
  }

  static Finding fails(String subject, String found, String advice) {
    return new Finding(subject, State.FAILS, found, Optional.of(advice));
  }
}
