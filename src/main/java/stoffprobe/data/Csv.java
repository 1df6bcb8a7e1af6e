package stoffprobe.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** CSV files as every stage writes them: quoted as in RFC 4180, but with {@code \n}. */
public final class Csv {

  private Csv() {}

  /** Starts a new file with its header line; numbers are printed as {@code toString} does. */
  public static CSVPrinter create(Path file, String... header) throws IOException {
    CSVFormat format = CSVFormat.RFC4180.builder().setRecordSeparator("\n").setHeader(header).get();
    return format.print(Files.newBufferedWriter(file, StandardOpenOption.CREATE_NEW));
  }
}
