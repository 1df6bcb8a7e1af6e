package stoffprobe.sweep.page;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import stoffprobe.report.Assets;
import stoffprobe.sweep.Findings;
import stoffprobe.sweep.SweepView;

/**
 * Writes {@code sweep.html}: one self-contained file in the report's form, in German and English,
 * that loads nothing from anywhere. Same findings, same bytes.
 */
public final class SweepReport implements SweepView {

  @Override
  public String html(Findings findings) throws IOException {
    return new SweepPage(findings, Assets.load(), style()).html();
  }

  private static String style() throws IOException {
    try (InputStream in = SweepReport.class.getResourceAsStream("sweep.css")) {
      if (in == null) {
        throw new IllegalStateException("sweep.css is missing beside " + SweepReport.class);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
