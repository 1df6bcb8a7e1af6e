package stoffprobe.spark;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import stoffprobe.cluster.Classified;

/**
 * A Parquet table that appears whole or not at all: it is written under another name beside its
 * own, and renamed.
 *
 * @param table the folder to appear
 * @param work where it is made
 */
record OutputTable(SparkSession spark, FileSystem files, Path table, Path work) {

  private static final String WORK = ".part-";
  private static final String REJECTIONS = ".rejected";
  private static final String PARQUET = ".parquet";

  /**
   * Looks whether a table may be written, and removes what drivers that were killed left.
   *
   * @throws IOException if it stands there, and {@code force} does not allow to replace it
   */
  static OutputTable prepare(Session session, String output, boolean force) throws IOException {
    Path named = new Path(output);
    FileSystem files = named.getFileSystem(session.context().hadoopConfiguration());
    Path table = files.makeQualified(named);
    if (files.exists(table) && !force) {
      throw new IOException(
          output + " stands there already. Choose another name with --to, or replace it: --force.");
    }
    Path folder = table.getParent();
    String prefix = "." + table.getName() + WORK;
    if (files.exists(folder)) {
      for (FileStatus left : files.listStatus(folder, path -> path.getName().startsWith(prefix))) {
        files.delete(left.getPath(), true);
      }
    }
    Path work = new Path(folder, prefix + UUID.randomUUID());
    return new OutputTable(session.spark(), files, table, work);
  }

  /** Computes the outcomes and lets the table appear, and one of what was rejected. */
  Classified publish(Dataset<Row> outcomes) throws IOException {
    outcomes.write().partitionBy(Schemas.OUTCOME).parquet(work.toString());
    Path classified = new Path(work, Schemas.OUTCOME + "=" + Schemas.CLASSIFIED);
    Path rejected = new Path(work, Schemas.OUTCOME + "=" + Schemas.REJECTED);
    if (!files.exists(classified)) {
      spark.createDataFrame(List.of(), Schemas.ANSWERS).write().parquet(classified.toString());
    }
    Dataset<Row> answers = spark.read().schema(Schemas.ANSWERS).parquet(classified.toString());
    long images = answers.count();
    long unlike = answers.filter(functions.col("unlike")).count();
    long rejections = rejections(rejected);
    replace(classified, table);
    return new Classified(
        images,
        unlike,
        rejections,
        rejections > 0 ? Optional.of(rejectionsTable().toString()) : Optional.empty());
  }

  /** Removes what is not to stay. */
  void discard() throws IOException {
    files.delete(work, true);
  }

  private long rejections(Path rejected) throws IOException {
    Path target = rejectionsTable();
    if (!files.exists(rejected)) {
      files.delete(target, true);
      return 0;
    }
    Path table = new Path(work, REJECTIONS);
    spark
        .read()
        .schema(Schemas.ANSWERS)
        .parquet(rejected.toString())
        .select(functions.col("id"), functions.col("class_name").as("reason"))
        .coalesce(1)
        .write()
        .parquet(table.toString());
    long count = spark.read().parquet(table.toString()).count();
    replace(table, target);
    return count;
  }

  /** {@code answers.rejected.parquet} beside {@code answers.parquet}. */
  private Path rejectionsTable() {
    String name = table.getName();
    return new Path(
        table.getParent(),
        name.endsWith(PARQUET)
            ? name.substring(0, name.length() - PARQUET.length()) + REJECTIONS + PARQUET
            : name + REJECTIONS);
  }

  private void replace(Path made, Path target) throws IOException {
    if (files.exists(target)) {
      Path old = new Path(work, "old-" + target.getName());
      rename(target, old);
    }
    rename(made, target);
  }

  private void rename(Path from, Path to) throws IOException {
    if (!files.rename(from, to)) {
      throw new IOException(from + " can't be renamed to " + to + ". Check who may write there.");
    }
  }
}
