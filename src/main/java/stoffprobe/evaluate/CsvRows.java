package stoffprobe.evaluate;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;
import stoffprobe.data.BrokenFileException;

/**
 * The rows of a CSV file with a header line, read by the names of their columns.
 *
 * @param file where they come from, for messages
 * @param columns the header
 * @param rows each with a value for every column
 */
record CsvRows(Path file, List<String> columns, List<CSVRecord> rows) {

  private static final String ADVICE = "Run the stage that writes it again.";

  CsvRows {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /**
   * Reads a whole file.
   *
   * @param required the columns that it has to have, among others
   * @throws BrokenFileException if it is no CSV, lacks a column, or has a row of another length
   */
  static CsvRows read(Path file, String... required) throws IOException {
    CSVFormat format =
        CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setDuplicateHeaderMode(DuplicateHeaderMode.DISALLOW)
            .get();
    try (Reader text = Files.newBufferedReader(file);
        CSVParser parser = format.parse(text)) {
      CsvRows table = new CsvRows(file, parser.getHeaderNames(), parser.getRecords());
      for (String column : required) {
        if (!table.columns().contains(column)) {
          throw new BrokenFileException(file + " has no column " + column + ". " + ADVICE);
        }
      }
      for (CSVRecord row : table.rows()) {
        if (!row.isConsistent()) {
          throw table.broken(
              row, "has " + row.size() + " fields, expected " + table.columns().size());
        }
      }
      return table;
    } catch (UncheckedIOException | IllegalArgumentException e) {
      throw caused(e, file + " is no CSV file with a header line. " + ADVICE);
    }
  }

  /** The value of a required column as a whole number. */
  int integer(CSVRecord row, String column) throws BrokenFileException {
    return parsed(row, column, Integer::parseInt);
  }

  /** The value of a required column, read as the nearest float32. */
  float float32(CSVRecord row, String column) throws BrokenFileException {
    return parsed(row, column, Float::parseFloat);
  }

  /** The value of a required column, read as the nearest double. */
  double float64(CSVRecord row, String column) throws BrokenFileException {
    return parsed(row, column, Double::parseDouble);
  }

  private <T> T parsed(CSVRecord row, String column, Function<String, T> parser)
      throws BrokenFileException {
    String text = row.get(column);
    try {
      return parser.apply(text);
    } catch (NumberFormatException e) {
      throw caused(e, noNumber(row, column, text));
    }
  }

  /** What to throw where a row does not hold what it should. */
  BrokenFileException broken(CSVRecord row, String what) {
    return new BrokenFileException(message(row, what));
  }

  private String noNumber(CSVRecord row, String column, String text) {
    return message(row, "has no number in the column " + column + ": '" + text + "'");
  }

  private String message(CSVRecord row, String what) {
    return file + ": row " + row.getRecordNumber() + " " + what + ". " + ADVICE;
  }

  private static BrokenFileException caused(Exception cause, String message) {
    BrokenFileException broken = new BrokenFileException(message);
    broken.initCause(cause);
    return broken;
  }
}
