package stoffprobe.nightly;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import stoffprobe.engine.Journal;
import stoffprobe.engine.RecordJson;

/** All nights of a pipeline: {@code history.jsonl}, which only grows. */
final class History {

  private static final Logger LOG = LogManager.getLogger();

  private final Path file;
  private final Journal journal;

  History(Path file) {
    this.file = file;
    journal = new Journal(file);
  }

  /** The nights, oldest first; lines that can't be read are left out, with a warning. */
  List<PastNight> nights() throws IOException {
    List<PastNight> nights = new ArrayList<>();
    int number = 0;
    for (String line : journal.lines()) {
      number++;
      try {
        nights.add(RecordJson.MAPPER.readValue(line, PastNight.class));
      } catch (JsonProcessingException | DateTimeException | NullPointerException e) {
        LOG.warn("{}: line {} is torn and left out", file, number);
      }
    }
    return List.copyOf(nights);
  }

  void add(PastNight night) throws IOException {
    journal.append(RecordJson.MAPPER.writeValueAsString(night));
  }
}
