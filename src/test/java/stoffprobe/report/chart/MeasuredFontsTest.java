package stoffprobe.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;

/** Figures are drawn side by side, and the first to use a font must not show others half of it. */
final class MeasuredFontsTest {

  private static final int FONTS = 5000;

  @Test
  void twoThreadsThatBeginWithAFontTogetherMeasureTheSame() {
    AtomicIntegerArray arrived = new AtomicIntegerArray(FONTS);
    CompletableFuture<List<Integer>> there = CompletableFuture.supplyAsync(() -> heights(arrived));
    List<Integer> here = heights(arrived);

    assertThat(there.join()).isEqualTo(here);
  }

  private static List<Integer> heights(AtomicIntegerArray arrived) {
    List<Integer> heights = new ArrayList<>();
    for (int i = 0; i < FONTS; i++) {
      arrived.incrementAndGet(i);
      while (arrived.get(i) < 2) {
        Thread.onSpinWait();
      }
      float size = 9 + i / 8192f; // no figure has these
      heights.add(PngDrawing.metrics(Style.font(size, Anchor.MIDDLE)).getHeight());
    }
    return heights;
  }
}
