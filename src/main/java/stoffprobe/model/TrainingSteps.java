package stoffprobe.model;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import stoffprobe.data.LabelledImages;

/**
 * Training on batches, several steps at a time. While these are computed, the tensors of the next
 * ones are filled.
 */
public final class TrainingSteps implements AutoCloseable {

  private final LabelledImages data;
  private final Batches batches;
  private final List<List<StepTensors>> buffers;
  private final Executor filler;
  private final Function<List<StepTensors>, float[]> computer;
  private final long before;
  private int done;
  private int filledUpTo;
  private int turn;
  private CompletableFuture<List<StepTensors>> next;

  /**
   * Begins.
   *
   * @param before steps that the training took so far
   * @param buffers two lists of as many tensors as steps are taken at a time
   * @param computer takes steps and returns their losses
   */
  TrainingSteps(
      LabelledImages data,
      Batches batches,
      long before,
      List<List<StepTensors>> buffers,
      Executor filler,
      Function<List<StepTensors>, float[]> computer) {
    this.data = data;
    this.batches = batches;
    this.before = before;
    this.buffers = buffers;
    this.filler = filler;
    this.computer = computer;
    this.next = fillNext();
  }

  /** Whether there are batches left. */
  public boolean hasNext() {
    return done < batches.count();
  }

  /**
   * Takes the next steps.
   *
   * @return each batch's mean cross-entropy before its update
   */
  public float[] next() {
    List<StepTensors> filled = next.join();
    next = fillNext();
    done += filled.size();
    return computer.apply(filled);
  }

  /** Waits until nothing is being filled. */
  @Override
  public void close() {
    next.join();
  }

  private CompletableFuture<List<StepTensors>> fillNext() {
    int from = filledUpTo;
    List<StepTensors> buffer = buffers.get(turn);
    List<StepTensors> steps = buffer.subList(0, Math.min(buffer.size(), batches.count() - from));
    filledUpTo += steps.size();
    turn = (turn + 1) % buffers.size();
    return CompletableFuture.supplyAsync(() -> fill(steps, from), filler);
  }

  private List<StepTensors> fill(List<StepTensors> steps, int from) {
    for (int i = 0; i < steps.size(); i++) {
      steps.get(i).fill(data, batches, from + i, before + from + i + 1);
    }
    return steps;
  }
}
