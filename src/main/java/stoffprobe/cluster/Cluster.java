package stoffprobe.cluster;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.apache.logging.log4j.LogManager;
import stoffprobe.sweep.Workers;

/** Machines that work together. */
public interface Cluster {

  /**
   * What this build brings; empty without the profile {@code spark}, also where an earlier build
   * with it left its name behind.
   */
  static Optional<Cluster> find() {
    try {
      return ServiceLoader.load(Cluster.class).findFirst();
    } catch (ServiceConfigurationError e) {
      LogManager.getLogger(Cluster.class).debug("Named, but not there", e);
      return Optional.empty();
    }
  }

  /**
   * Classifies pictures and leaves a table, all of it or nothing. The predictions are, bit by bit,
   * those of {@code predict}, wherever and in whatever batches they are computed.
   *
   * @throws InterruptedIOException if the thread was interrupted
   * @throws IOException if the pictures can't be found, the table stands there already, the cluster
   *     can't be reached, or it gave up
   */
  Classified classify(Place place, Pictures pictures, TrainedModel model) throws IOException;

  /**
   * Carries out runs, one a task, each in a process of its own beside the machine's executor.
   *
   * @param options further ones of {@code run}
   */
  Workers workers(Place place, List<String> options);
}
