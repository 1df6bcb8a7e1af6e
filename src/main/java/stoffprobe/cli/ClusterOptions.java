package stoffprobe.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import stoffprobe.cluster.Cluster;
import stoffprobe.cluster.Place;

/** On which machines a command does its work. */
final class ClusterOptions {

  @Option(
      names = "--spark",
      paramLabel = "MASTER",
      description =
          "Work on Apache Spark: local[2] for two cores of this machine, spark://host:7077, ...")
  private @Nullable String master;

  @Option(
      names = "--spark-set",
      paramLabel = "KEY=VALUE",
      description = "A setting of Spark's, e.g. --spark-set spark.executor.memory=4g.")
  private Map<String, String> settings = new LinkedHashMap<>();

  /** Whether the work is to be done on a cluster. */
  boolean chosen() {
    return master != null;
  }

  Place place() {
    return new Place(String.valueOf(master), settings);
  }

  /** What does work there. */
  static Cluster cluster(CommandSpec spec) {
    return Cluster.find()
        .orElseThrow(
            () ->
                new ParameterException(
                    spec.commandLine(),
                    "--spark: this build comes without Spark. Build it with"
                        + " 'make clean build SPARK=1', which fetches its libraries, and start it"
                        + " as target/stoffprobe."));
  }
}
