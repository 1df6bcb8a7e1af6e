package stoffprobe.engine;

/** How a stage tells how far it is; the command line shows it as a bar, or not at all. */
@FunctionalInterface
public interface Progress {

  /** Shows nothing. */
  Progress NONE = (task, total, unit) -> Task.SILENT;

  /**
   * Starts a task.
   *
   * @param task what is done, {@code Epoch 3/10}
   * @param total how many units it takes
   * @param unit what is counted, {@code images}
   * @return closed when the task is done
   */
  Task start(String task, long total, String unit);

  /** A task under way. */
  interface Task extends AutoCloseable {

    Task SILENT =
        new Task() {
          @Override
          public void advance(long units) {}

          @Override
          public void close() {}
        };

    /** So many units more are done. */
    void advance(long units);

    @Override
    void close();
  }
}
