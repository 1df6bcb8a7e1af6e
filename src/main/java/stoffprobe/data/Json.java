package stoffprobe.data;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;

/** JSON files as every stage writes them: indented, UTF-8, {@code \n} on every system. */
public final class Json {

  private static final ObjectWriter WRITER =
      new ObjectMapper()
          .writer(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));

  private Json() {}

  /** Writes {@code values} to a new file, keys in the order of the map. */
  public static void write(Path file, Map<String, ?> values) throws IOException {
    Files.writeString(
        file, WRITER.writeValueAsString(values) + "\n", StandardOpenOption.CREATE_NEW);
  }
}
