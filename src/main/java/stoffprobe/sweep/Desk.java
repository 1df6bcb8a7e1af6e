package stoffprobe.sweep;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.jspecify.annotations.Nullable;

/** Where runs are reported: writes down what came of each, and tells how it goes. */
final class Desk implements Home {

  private static final Logger LOG = LogManager.getLogger();

  private final Map<String, PendingRun> open;
  private final int attempt;
  private final Clock clock;
  private final long start = System.nanoTime();
  private final List<PendingRun> failed = new ArrayList<>();
  private int reported;

  /**
   * @param open the runs that are expected, by name
   * @param attempt which it is, from 1
   */
  Desk(Map<String, PendingRun> open, int attempt, Clock clock) {
    this.open = open;
    this.attempt = attempt;
    this.clock = clock;
  }

  @Override
  public synchronized void done(Task task) throws IOException {
    RunRecord.Results results = new RunFolder(task).results();
    write(task, RunRecord.State.DONE, null, results);
    double accuracy = results.metrics().getOrDefault(VariantResult.ACCURACY, Double.NaN);
    report(task, String.format(Locale.ROOT, "accuracy %.4f", accuracy));
  }

  @Override
  public synchronized void failed(Task task, String reason) throws IOException {
    write(task, RunRecord.State.FAILED, reason, RunRecord.Results.NONE);
    failed.add(pending(task));
    report(task, "failed: " + reason);
  }

  /** Those that failed so far. */
  synchronized List<PendingRun> failed() {
    return List.copyOf(failed);
  }

  private void write(
      Task task, RunRecord.State state, @Nullable String reason, RunRecord.Results results)
      throws IOException {
    PendingRun pending = pending(task);
    new RunFolder(task)
        .write(
            new RunRecord(
                RunRecord.SCHEMA,
                task.id(),
                task.model(),
                pending.run().seed(),
                pending.run().variant().values(),
                state,
                reason,
                pending.recipe(),
                clock.instant(),
                attempt,
                results.trainSeconds(),
                results.parameters(),
                results.weightsSha256(),
                results.predictionsSha256(),
                results.testImagesSha256(),
                results.metrics()));
  }

  private PendingRun pending(Task task) {
    return Optional.ofNullable(open.get(task.id())).orElseThrow();
  }

  private void report(Task task, String outcome) {
    reported++;
    double seconds = (System.nanoTime() - start) / 1e9;
    long left = Math.round(seconds / reported * (open.size() - reported));
    LOG.info(
        "{} of {}: {}, {}{}",
        reported,
        open.size(),
        task.id(),
        outcome,
        reported == open.size() ? "" : "; about " + Duration.of(left) + " left");
  }
}
