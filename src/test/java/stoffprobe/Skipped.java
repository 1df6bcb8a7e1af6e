package stoffprobe;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Assumptions;

/**
 * Tests that need a program which a machine may lack. One line on the console says so; under {@code
 * STOFFPROBE_SKIP_NOTHING=1}, as in {@code .ci/run}, they fail.
 */
public final class Skipped {

  private static final Set<String> TOLD = ConcurrentHashMap.newKeySet();

  private Skipped() {}

  /** Ends the test, or all of a class. */
  public static void because(String reason) {
    if ("1".equals(System.getenv("STOFFPROBE_SKIP_NOTHING"))) {
      throw new IllegalStateException(reason);
    }
    if (TOLD.add(reason)) {
      System.out.println("Tests are skipped: " + reason);
    }
    Assumptions.abort(reason);
  }
}
