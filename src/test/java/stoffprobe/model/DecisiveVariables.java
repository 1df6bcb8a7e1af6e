package stoffprobe.model;

import java.util.List;

/** Lets tests of other packages see what the fingerprint looks at. */
public final class DecisiveVariables {

  private DecisiveVariables() {}

  /** The environment variables that are recorded if they are set. */
  public static List<String> changing() {
    return TensorFlowEnvironment.CHANGING;
  }

  /** The level that this machine computes with, as the fingerprint records it. */
  public static String instructionSet() {
    return InstructionSet.word(System.getenv());
  }
}
