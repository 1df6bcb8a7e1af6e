package stoffprobe.spark;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.spark.TaskContext;
import scala.collection.Iterator;
import scala.runtime.AbstractFunction2;

/** A task: one run. Its fields are of classes that every executor has. */
final class CarryOutRun extends AbstractFunction2<TaskContext, Iterator<RunOrder>, RunResult>
    implements Serializable {

  private final Program program;
  private final Parcel prepared;
  private final List<String> options;

  /**
   * @param prepared holds the folders of data that every run begins with
   * @param options further ones of {@code run}
   */
  CarryOutRun(Program program, Parcel prepared, List<String> options) {
    this.program = program;
    this.prepared = prepared;
    this.options = options;
  }

  @Override
  public RunResult apply(TaskContext context, Iterator<RunOrder> orders) {
    try {
      program.load();
      return new RunProcess(program.command(), prepared.open().get(0), options)
          .carryOut(orders.next(), context.cpus());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the task was ended", e);
    }
  }
}
