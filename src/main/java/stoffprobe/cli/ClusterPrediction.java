package stoffprobe.cli;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import stoffprobe.cluster.Classified;
import stoffprobe.cluster.Cluster;
import stoffprobe.cluster.Pictures;
import stoffprobe.cluster.TrainedModel;
import stoffprobe.config.InvalidPipelineException;
import stoffprobe.config.Invert;
import stoffprobe.engine.StageException;

/** {@code predict} on a cluster: from a folder or a table to a table. */
final class ClusterPrediction {

  @picocli.CommandLine.Mixin private ClusterOptions cluster = new ClusterOptions();

  @Option(
      names = "--to",
      paramLabel = "TABLE",
      description = "With --spark: the Parquet table to write.")
  private @Nullable String output;

  @Option(names = "--force", description = "With --spark: replace the table if it is there.")
  private boolean force;

  boolean chosen() {
    return cluster.chosen();
  }

  /** Refuses options of the one kind of prediction beside the other. */
  void check(CommandSpec spec, int images, boolean printing) {
    if (!chosen()) {
      if (output != null || force) {
        throw new ParameterException(spec.commandLine(), "--to and --force go with --spark.");
      }
    } else if (output == null) {
      throw new ParameterException(
          spec.commandLine(), "--spark writes a table: name it, as in --to answers.parquet.");
    } else if (images != 1) {
      throw new ParameterException(
          spec.commandLine(), "--spark takes one folder of pictures, or one Parquet table.");
    } else if (printing) {
      throw new ParameterException(
          spec.commandLine(),
          "--json, --csv, --top, --show-input and --save-input don't go with --spark.");
    }
  }

  /**
   * Does the work and tells on stderr what came of it.
   *
   * @return the exit code
   */
  int run(
      CommandSpec spec, String input, ModelOptions model, @Nullable Invert invert, boolean strict)
      throws IOException, InvalidPipelineException, StageException {
    Cluster machines = ClusterOptions.cluster(spec);
    ModelOptions.Chosen chosen = model.choose(spec);
    chosen.warn();
    Invert rule = invert == null ? chosen.invert() : invert;
    Classified classified =
        machines.classify(
            cluster.place(),
            new Pictures(input, String.valueOf(output), rule, force),
            new TrainedModel(chosen.name(), chosen.path(), chosen.options()));
    report(classified).forEach(System.err::println);
    if (classified.rejected() > 0) {
      return Errors.FAILED;
    }
    return strict && classified.unlike() > 0 ? Errors.UNLIKE : 0;
  }

  private List<String> report(Classified classified) {
    String images = "%d images are classified, in %s.".formatted(classified.images(), output);
    String unlike =
        "%d of %d images are unlike the training images: what is said of them may mean nothing."
            .formatted(classified.unlike(), classified.images());
    return java.util.stream.Stream.of(
            classified.unlike() > 0 ? unlike : "",
            classified
                .rejections()
                .map(
                    table ->
                        "%d could not be read; %s tells which and why."
                            .formatted(classified.rejected(), table))
                .orElse(""),
            images)
        .filter(line -> !line.isEmpty())
        .toList();
  }
}
