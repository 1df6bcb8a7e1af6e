package stoffprobe.torture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The last line of runs.jsonl cut, as a kill or a full disk may leave it. */
final class TornJournals {

  private TornJournals() {}

  static List<Trial> trials(Setting setting) {
    List<Trial> trials = new ArrayList<>();
    trials.add(cut("without its end of line", 1, 0));
    trials.add(cut("half of it", 2, 1));
    trials.add(cut("one byte of it", Integer.MAX_VALUE, 1));
    trials.add(new Trial("not text", ground -> tear(ground, new byte[] {-1, 0, -128, '{'}, 1)));
    trials.add(new Trial("no file", ground -> tear(ground, new byte[0], 0)));
    return setting.scale().some(trials, 1, setting.random());
  }

  private static Trial cut(String name, int part, int torn) {
    return new Trial(
        name,
        ground -> {
          byte[] text = Files.readAllBytes(ground.reference().root().resolve("runs.jsonl"));
          int length = part == 1 ? text.length - 1 : Math.max(1, text.length / part);
          tear(ground, Arrays.copyOf(text, length), torn);
        });
  }

  /** One whole line before, then the torn one; after a run both whole ones are read. */
  private static void tear(Ground ground, byte[] torn, int unreadable) throws Exception {
    ground.finished(Extent.INGEST);
    Path journal = ground.root().resolve("runs.jsonl");
    byte[] whole = Files.readAllBytes(ground.reference().root().resolve("runs.jsonl"));
    if (torn.length > 0) {
      Files.write(journal, whole);
      Files.write(journal, torn, java.nio.file.StandardOpenOption.APPEND);
    }
    String before = torn.length > 0 ? new String(whole, StandardCharsets.UTF_8) : "";

    Aftermath.isGood(ground, Extent.INGEST);

    List<JsonNode> lines = Aftermath.journal(ground.root());
    assertThat(lines.stream().filter(JsonNode::isMissingNode).count()).isEqualTo(unreadable);
    assertThat(lines).hasSize(torn.length > 0 ? 3 : 1);
    byte[] after = Files.readAllBytes(journal);
    assertThat(
            new String(
                after, 0, before.getBytes(StandardCharsets.UTF_8).length, StandardCharsets.UTF_8))
        .as("the line before the torn one")
        .isEqualTo(before);
  }
}
