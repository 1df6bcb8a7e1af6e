package stoffprobe.engine;

/**
 * Why a stage is stale.
 *
 * @param kind what changed
 * @param text one line for the user
 */
record Reason(Kind kind, String text) {

  enum Kind {
    /** The result itself: absent, changed or unreadable. */
    RESULT,
    INPUT,
    PARAMETER,
    CODE,
    ENVIRONMENT,
    /** A stage before this one is stale. */
    UPSTREAM;

    /** Whether a user may keep the result all the same: its bytes are what was made back then. */
    boolean acceptable() {
      return this == CODE || this == ENVIRONMENT;
    }
  }
}
