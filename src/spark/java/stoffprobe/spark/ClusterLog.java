package stoffprobe.spark;

import java.time.Duration;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerExecutorAdded;
import org.apache.spark.scheduler.SparkListenerExecutorRemoved;
import org.apache.spark.scheduler.SparkListenerStageCompleted;
import org.apache.spark.scheduler.SparkListenerStageSubmitted;
import org.apache.spark.scheduler.SparkListenerTaskEnd;

/** Tells which machines come and go, and how far the work is. */
final class ClusterLog extends SparkListener {

  private static final Logger LOG = LogManager.getLogger();

  private static final long EVERY = Duration.ofSeconds(10).toNanos();

  private final boolean here;
  private long lastLine = System.nanoTime();
  private int parts;
  private int done;

  ClusterLog(boolean here) {
    this.here = here;
  }

  @Override
  public void onExecutorAdded(SparkListenerExecutorAdded added) {
    if (!here) {
      LOG.info(
          "Executor {} on {} joins with {} cores",
          added.executorId(),
          added.executorInfo().executorHost(),
          added.executorInfo().totalCores());
    }
  }

  @Override
  public void onExecutorRemoved(SparkListenerExecutorRemoved removed) {
    String reason = removed.reason().lines().findFirst().orElse("");
    LOG.info("Executor {} is lost, its tasks are done again: {}", removed.executorId(), reason);
  }

  @Override
  public void onStageSubmitted(SparkListenerStageSubmitted submitted) {
    parts = submitted.stageInfo().numTasks();
    done = 0;
  }

  @Override
  public void onTaskEnd(SparkListenerTaskEnd end) {
    if (end.taskInfo().successful()) {
      done++;
      if (System.nanoTime() - lastLine > EVERY) {
        lastLine = System.nanoTime();
        LOG.info("{} of {} parts", done, parts);
      }
    }
  }

  @Override
  public void onStageCompleted(SparkListenerStageCompleted completed) {
    lastLine = System.nanoTime();
  }
}
