package stoffprobe.spark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.util.CollectionAccumulator;
import stoffprobe.cluster.Classified;
import stoffprobe.cluster.Pictures;
import stoffprobe.cluster.TrainedModel;

/** The classification of many pictures. */
record ClassifyJob(Session session, Pictures pictures, TrainedModel model) {

  private static final Logger LOG = LogManager.getLogger();

  Classified run() throws IOException {
    OutputTable output = OutputTable.prepare(session, pictures.output(), pictures.force());
    Dataset<Row> rows = new PictureInput(session, pictures.input()).rows();
    LOG.info(
        "Classifies {} in {} parts on {}",
        pictures.input(),
        rows.rdd().getNumPartitions(),
        session.context().master());
    CollectionAccumulator<String> levels =
        session.context().sc().collectionAccumulator("instruction sets");
    Program program = session.program();
    Parcel folder = session.parcel(model.folder());
    try {
      ClassifyRows task =
          new ClassifyRows(
              program,
              folder,
              model.options().device().name(),
              new ArrayList<>(model.options().classNames().orElse(List.of())),
              pictures.invert().name(),
              session.here() ? Map.of() : Session.environment(),
              levels);
      Classified classified =
          output.publish(rows.mapPartitions(task, Encoders.row(Schemas.OUTCOMES)));
      warnOfUnequal(new TreeSet<>(levels.value()));
      return classified;
    } finally {
      output.discard();
      if (session.here()) {
        OpenModels.close();
      }
    }
  }

  private static void warnOfUnequal(Set<String> levels) {
    if (levels.size() > 1) {
      LOG.warn(
          "The machines compute with different instructions ({}): probabilities may differ in"
              + " their last bits. ONEDNN_MAX_CPU_ISA=AVX2 before the command makes them alike.",
          String.join(", ", levels));
    }
  }
}
