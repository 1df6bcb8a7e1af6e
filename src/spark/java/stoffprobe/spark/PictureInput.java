package stoffprobe.spark;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import stoffprobe.pictures.DecodedPicture;

/**
 * Finds what is to be classified.
 *
 * @param input a folder of pictures or a Parquet table
 */
record PictureInput(Session session, String input) {

  /** What one task reads: enough to be worth its start, few enough to lose little with it. */
  private static final int FILES_A_TASK = 2_000;

  private static final List<String> IDS = List.of("id", "path", "file");
  private static final List<String> IMAGES = List.of("image", "content");

  /** Rows of {@link Schemas#PICTURES}. */
  Dataset<Row> rows() throws IOException {
    Path path = new Path(input);
    FileSystem files = path.getFileSystem(session.context().hadoopConfiguration());
    FileStatus[] found = listed(files, path);
    if (Arrays.stream(found).anyMatch(file -> file.getPath().getName().endsWith(".parquet"))) {
      return table();
    }
    List<Row> pictures = new ArrayList<>();
    Arrays.stream(found)
        .filter(file -> DecodedPicture.named(file.getPath().getName()))
        .sorted(Comparator.comparing(file -> file.getPath().getName()))
        .forEach(file -> pictures.add(picture(file.getPath())));
    if (pictures.isEmpty()) {
      throw new IOException(
          input + " holds neither PNG or JPEG files nor a Parquet table. Name a folder of either.");
    }
    int tasks =
        Math.max(
            Math.min(pictures.size(), session.context().defaultParallelism()),
            (pictures.size() + FILES_A_TASK - 1) / FILES_A_TASK);
    return session
        .spark()
        .createDataFrame(session.context().parallelize(pictures, tasks), Schemas.PICTURES);
  }

  private FileStatus[] listed(FileSystem files, Path path) throws IOException {
    try {
      return files.listStatus(path);
    } catch (FileNotFoundException e) {
      throw new IOException(
          input + " does not exist. Name a folder of pictures or a Parquet table.", e);
    }
  }

  /** Named as the folder was, as {@code predict} does. */
  private Row picture(Path file) {
    String folder = input.endsWith("/") ? input : input + "/";
    return RowFactory.create(folder + file.getName(), null, file.toString());
  }

  private Dataset<Row> table() throws IOException {
    Dataset<Row> table = session.spark().read().parquet(input);
    Column id = column(table.schema(), IDS, "names the picture", Optional.empty());
    Column image =
        column(table.schema(), IMAGES, "holds its bytes", Optional.of(DataTypes.BinaryType));
    return table.select(
        id.cast(DataTypes.StringType).as("id"),
        image.as("image"),
        functions.lit(null).cast(DataTypes.StringType).as("file"));
  }

  private Column column(
      StructType schema, List<String> names, String purpose, Optional<DataType> type)
      throws IOException {
    for (String name : names) {
      for (StructField field : schema.fields()) {
        if (field.name().equals(name) && type.orElse(field.dataType()).equals(field.dataType())) {
          return functions.col("`" + name + "`");
        }
      }
    }
    throw new IOException(
        "The table %s has no column that %s: expected is %s%s, found are %s. Rename one."
            .formatted(
                input,
                purpose,
                String.join(" or ", names),
                type.map(wanted -> " of type " + wanted.simpleString()).orElse(""),
                Arrays.stream(schema.fields())
                    .map(field -> field.name() + " " + field.dataType().simpleString())
                    .collect(Collectors.joining(", "))));
  }
}
