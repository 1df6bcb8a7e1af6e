package stoffprobe.spark;

import java.io.IOException;
import java.util.List;
import stoffprobe.cluster.Classified;
import stoffprobe.cluster.Cluster;
import stoffprobe.cluster.Pictures;
import stoffprobe.cluster.Place;
import stoffprobe.cluster.TrainedModel;
import stoffprobe.sweep.Workers;

/** Machines on which Spark runs. */
public final class SparkCluster implements Cluster {

  @Override
  public Classified classify(Place place, Pictures pictures, TrainedModel model)
      throws IOException {
    return Session.with(
        place, "predict", session -> new ClassifyJob(session, pictures, model).run());
  }

  @Override
  public Workers workers(Place place, List<String> options) {
    return new SparkWorkers(place, options);
  }
}
