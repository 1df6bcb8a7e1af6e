package stoffprobe.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds a Python that can run the notebook's loop. */
final class Python {

  private static final List<String> CANDIDATES = List.of("python3", "/usr/bin/python3");
  private static final String IMPORTS = "import torch, torchvision, sklearn, numpy";

  /**
   * Some machines pin OpenBLAS to an old processor by these, which slows NumPy and PyTorch down.
   */
  private static final List<String> SLOWING = List.of("OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE");

  private Python() {}

  /** The first interpreter that has PyTorch, torchvision and scikit-learn. */
  static Optional<String> find() throws IOException, InterruptedException {
    for (String candidate : CANDIDATES) {
      List<String> command = new ArrayList<>(command(candidate));
      command.addAll(List.of("-c", IMPORTS));
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD);
      if (builder.start().waitFor() == 0) {
        return Optional.of(candidate);
      }
    }
    return Optional.empty();
  }

  /** The start of a command that runs {@code interpreter} unhindered. */
  static List<String> command(String interpreter) {
    List<String> command = new ArrayList<>(List.of("env"));
    SLOWING.forEach(variable -> command.addAll(List.of("-u", variable)));
    command.add(interpreter);
    return command;
  }
}
