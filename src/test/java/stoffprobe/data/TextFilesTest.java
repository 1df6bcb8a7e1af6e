package stoffprobe.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVPrinter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Run under a locale with decimal commas: a comma in a number would be a column more. */
class TextFilesTest {

  @TempDir Path folder;

  @Test
  void csvIsQuotedWhereItHasToBeAndEndsLinesWithNewlineAlone() throws IOException {
    Path file = folder.resolve("a.csv");
    try (CSVPrinter csv = Csv.create(file, "index", "name", "percent")) {
      csv.printRecord(0, "T-shirt/Top", 10.0);
      csv.printRecord(1, "Größe \"S\", M", 100.0 / 7);
    }

    assertThat(Files.readString(file))
        .isEqualTo(
            """
            index,name,percent
            0,T-shirt/Top,10.0
            1,"Größe ""S"", M",14.285714285714286
            """);
  }

  @Test
  void jsonKeepsTheOrderOfItsKeys() throws IOException {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("b", 0.5);
    values.put("a", List.of(1, 2));
    values.put("c", Map.of("ü", "\"x\""));
    Path file = folder.resolve("a.json");

    Json.write(file, values);

    assertThat(Files.readString(file))
        .isEqualTo(
            """
            {
              "b" : 0.5,
              "a" : [ 1, 2 ],
              "c" : {
                "ü" : "\\"x\\""
              }
            }
            """);
  }
}
