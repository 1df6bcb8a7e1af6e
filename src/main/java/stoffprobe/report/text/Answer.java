package stoffprobe.report.text;

import java.util.List;

/** A question of the workshop and what this run answers. */
public record Answer(Bilingual question, List<Bilingual> paragraphs) {

  public Answer {
    paragraphs = List.copyOf(paragraphs);
  }
}
