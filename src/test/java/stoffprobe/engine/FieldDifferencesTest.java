package stoffprobe.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The words for a changed value are short, on one line, and never the same on both sides. */
class FieldDifferencesTest {

  private static List<String> between(Object before, Object now) {
    return FieldDifferences.between(Map.of("x", before), Map.of("x", now));
  }

  @Test
  void aValueOfAnotherTypeIsTold() {
    assertThat(between("42", 42)).containsExactly("x: \"42\" -> 42");
    assertThat(between("a", List.of("a", 1))).containsExactly("x: a -> [\"a\",1]");
    assertThat(between(Map.of("k", 1), true)).containsExactly("x: {\"k\":1} -> true");
  }

  @Test
  void aLineBreakStaysOnTheLine() {
    assertThat(between("a\nb", "c")).containsExactly("x: \"a\\nb\" -> c");
  }

  @Test
  void aLongValueIsCutUnlessTheCutHidesTheDifference() {
    String head = "h".repeat(80);
    assertThat(between(head + "1", "b")).containsExactly("x: " + head + "... -> b");
    assertThat(between(head + "1", head + "2"))
        .containsExactly("x: " + head + "1 -> " + head + "2");
  }

  @Test
  void hashesThatBeginAlikeAreShownInFull() {
    assertThat(FieldDifferences.hashes("a".repeat(20), "a".repeat(19) + "b"))
        .isEqualTo("a".repeat(20) + " -> " + "a".repeat(19) + "b");
  }
}
