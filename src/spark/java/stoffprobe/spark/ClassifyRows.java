package stoffprobe.spark;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.util.CollectionAccumulator;

/**
 * A task: rows of pictures to rows of outcomes. Its fields are of classes that every executor has.
 *
 * @param model the model's folder
 * @param device word of the device to compute on
 * @param names the classes' names; none for those that the model comes with
 * @param invert word of the rule
 * @param environment what has to stand in the executor's
 * @param levels takes the instruction sets that executors compute with
 */
record ClassifyRows(
    Program program,
    Parcel model,
    String device,
    List<String> names,
    String invert,
    Map<String, String> environment,
    CollectionAccumulator<String> levels)
    implements MapPartitionsFunction<Row, Row> {

  @Override
  public Iterator<Row> call(Iterator<Row> rows) throws IOException {
    program.load();
    return Outcomes.of(this, rows);
  }
}
