package stoffprobe.spark;

import java.util.List;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** The columns of tables. */
final class Schemas {

  /** Tells in the working table what becomes of a row; its values name folders. */
  static final String OUTCOME = "outcome";

  static final String CLASSIFIED = "classified";
  static final String REJECTED = "rejected";

  /**
   * What is to be classified: the picture's bytes, or none and the address of the file that has
   * them.
   */
  static final StructType PICTURES =
      DataTypes.createStructType(
          List.of(
              field("id", DataTypes.StringType, true),
              field("image", DataTypes.BinaryType, true),
              field("file", DataTypes.StringType, true)));

  /** What a row of answers has; distance and unlike are absent where the model can't tell. */
  static final StructType ANSWERS =
      DataTypes.createStructType(
          List.of(
              field("id", DataTypes.StringType, true),
              field("class", DataTypes.IntegerType, false),
              field("class_name", DataTypes.StringType, false),
              field("probability", DataTypes.FloatType, false),
              field("probabilities", DataTypes.createArrayType(DataTypes.FloatType, false), false),
              field("inverted", DataTypes.BooleanType, false),
              field("distance", DataTypes.FloatType, true),
              field("unlike", DataTypes.BooleanType, true)));

  /** Answers, and rejected rows with their reason for a class name, in one table. */
  static final StructType OUTCOMES =
      DataTypes.createStructType(new StructField[] {field(OUTCOME, DataTypes.StringType, false)})
          .merge(ANSWERS, false);

  private Schemas() {}

  private static StructField field(
      String name, org.apache.spark.sql.types.DataType type, boolean nullable) {
    return DataTypes.createStructField(name, type, nullable);
  }
}
