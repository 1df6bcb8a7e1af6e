package stoffprobe.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.rdd.RDD;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;
import scala.reflect.ClassTag;
import stoffprobe.cluster.Place;
import stoffprobe.sweep.Home;
import stoffprobe.sweep.PreparedData;
import stoffprobe.sweep.Task;
import stoffprobe.sweep.Workers;

/**
 * Carries out runs on Spark, one a task. A run comes home as soon as its task ends; a lost executor
 * costs the runs that it had, which Spark gives to others.
 *
 * @param options further ones of {@code run}
 */
record SparkWorkers(Place place, List<String> options) implements Workers {

  SparkWorkers {
    options = List.copyOf(options);
  }

  @Override
  public String description() {
    return "tasks on " + place.master();
  }

  @Override
  public void carryOut(List<Task> tasks, Path prepared, Home home) throws IOException {
    List<RunOrder> orders = new ArrayList<>();
    for (Task task : tasks) {
      orders.add(new RunOrder(task.id(), task.model(), Files.readString(task.file())));
    }
    Session.with(
        place,
        "sweep",
        session -> {
          carryOut(session, orders, prepared, new HomeComing(tasks, prepared, home));
          return orders.size();
        });
  }

  private void carryOut(
      Session session, List<RunOrder> orders, Path prepared, HomeComing homeComing)
      throws IOException {
    Program program = session.program();
    Parcel data = session.parcel(prepared, PreparedData.FOLDERS);
    try {
      RDD<RunOrder> rdd = session.context().parallelize(orders, orders.size()).rdd();
      Seq<Object> partitions =
          CollectionConverters.asScala(
                  IntStream.range(0, orders.size()).<Object>mapToObj(i -> i).toList())
              .toSeq();
      session
          .context()
          .sc()
          .runJob(
              rdd,
              new CarryOutRun(program, data, new ArrayList<>(options)),
              partitions,
              homeComing,
              ClassTag.<RunResult>apply(RunResult.class));
    } finally {
      session.context().sc().cancelAllJobs();
    }
  }
}
