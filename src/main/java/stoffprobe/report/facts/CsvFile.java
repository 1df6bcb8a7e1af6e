package stoffprobe.report.facts;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import stoffprobe.data.BrokenFileException;

/** The rows of a CSV file with a header line; columns are found by name, further ones ignored. */
final class CsvFile {

  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

  private CsvFile() {}

  /** Turns a row into what it means. */
  @FunctionalInterface
  interface Mapping<T> {
    T map(Row row) throws BrokenFileException;
  }

  /** All rows of {@code file}, in order. */
  static <T> List<T> read(Path file, Mapping<T> mapping) throws IOException {
    List<T> rows = new ArrayList<>();
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8);
        CSVParser parser = FORMAT.parse(reader)) {
      for (CSVRecord csv : parser) {
        rows.add(mapping.map(new Row(file, csv)));
      }
    } catch (IllegalArgumentException e) {
      throw JsonFile.broken(file, "it is not a CSV file with a header (" + e.getMessage() + ")");
    }
    return List.copyOf(rows);
  }

  /** One row. */
  record Row(Path file, CSVRecord csv) {

    String text(String column) throws BrokenFileException {
      if (!csv.isSet(column)) {
        throw JsonFile.broken(file, "row " + csv.getRecordNumber() + " has no column " + column);
      }
      return csv.get(column);
    }

    double number(String column) throws BrokenFileException {
      String text = text(column);
      try {
        return Double.parseDouble(text);
      } catch (NumberFormatException e) {
        throw wrong(column, text, "a number");
      }
    }

    /** The number, or nothing where the field is empty or the column absent. */
    OptionalDouble optionalNumber(String column) throws BrokenFileException {
      return csv.isSet(column) && !csv.get(column).isEmpty()
          ? OptionalDouble.of(number(column))
          : OptionalDouble.empty();
    }

    int index(String column) throws BrokenFileException {
      return Math.toIntExact(whole(column));
    }

    long whole(String column) throws BrokenFileException {
      String text = text(column);
      try {
        return Long.parseLong(text);
      } catch (NumberFormatException e) {
        throw wrong(column, text, "a whole number");
      }
    }

    private BrokenFileException wrong(String column, String found, String expected) {
      return JsonFile.broken(
          file,
          "row %d has '%s' under %s, expected %s"
              .formatted(csv.getRecordNumber(), found, column, expected));
    }
  }
}
