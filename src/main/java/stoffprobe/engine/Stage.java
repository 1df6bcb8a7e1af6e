package stoffprobe.engine;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * One step of a pipeline: what it reads, what decides its result, and the work itself. The engine
 * asks the first six to decide whether the seventh has to run.
 */
public interface Stage {

  /** What the user calls it, {@code train-mlp}. */
  String name();

  /** Its output folder below the pipeline's, {@code 4-train-mlp}. */
  String folder();

  /** What it reads. */
  List<Input> inputs();

  /**
   * Its part of the configuration: keys are the paths of the pipeline file ({@code
   * training.epochs}), values are strings, numbers, booleans, lists or maps of these. Compared
   * field by field, so a changed value is named.
   */
  Map<String, Object> parameters();

  /** The versions of the code that computes the result, by name. */
  Map<String, String> code();

  /** What surrounds the stage. */
  Environment environment();

  /**
   * Does the work: reads from {@link Workspace#input} and writes into {@link Workspace#staging}
   * alone. The engine publishes what was written.
   *
   * @throws IOException if a file can't be read or written, or does not hold what it promises
   * @throws StageException for every other failure that the user can do something about
   */
  void run(Workspace workspace) throws IOException, StageException;
}
