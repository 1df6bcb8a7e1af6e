package stoffprobe;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/** Parquet tables, written and read on this machine. */
final class Tables {

  private Tables() {}

  /** Writes rows in so many files. */
  static void write(Path table, StructType columns, int files, List<Row> rows) {
    with(
        spark -> {
          spark.createDataFrame(rows, columns).repartition(files).write().parquet(table.toString());
          return table;
        });
  }

  /** Its rows by their first column, a text. */
  static List<Row> read(Path table) {
    return with(
        spark ->
            spark.read().parquet(table.toString()).collectAsList().stream()
                .sorted(Comparator.comparing(row -> String.valueOf(row.getString(0))))
                .toList());
  }

  private static <T> T with(Function<SparkSession, T> work) {
    SparkSession spark =
        SparkSession.builder()
            .master("local[2]")
            .config("spark.ui.enabled", "false")
            .config("spark.driver.host", "127.0.0.1")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .getOrCreate();
    try {
      return work.apply(spark);
    } finally {
      spark.stop();
    }
  }
}
