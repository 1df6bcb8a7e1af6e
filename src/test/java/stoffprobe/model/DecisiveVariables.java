package stoffprobe.model;

import java.util.List;

/** Lets tests of other packages see what the fingerprint looks at. */
public final class DecisiveVariables {

  private DecisiveVariables() {}

  /** The environment variables that are recorded if they are set. */
  public static List<String> changing() {
    return TensorFlowEnvironment.CHANGING;
  }
}
