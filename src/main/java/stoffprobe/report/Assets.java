package stoffprobe.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import stoffprobe.data.Sha256;
import stoffprobe.report.chart.Palette;

/** The page's own style sheet and script, which stand in it as they are. */
public record Assets(String style, String script) {

  /** Reads them from beside this class. */
  public static Assets load() throws IOException {
    return new Assets(
        resource("report.css")
            .replace("/* figures on light */", Palette.lightCss())
            .replace("/* figures on dark */", Palette.darkCss()),
        resource("report.js"));
  }

  /** Forbids everything that is not in the page; the script is let in by its hash. */
  public String contentSecurityPolicy() {
    return "default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src 'sha256-"
        + hash()
        + "'; base-uri 'none'; form-action 'none'";
  }

  private String hash() {
    byte[] digest = Sha256.start().digest(script.getBytes(StandardCharsets.UTF_8));
    return Base64.getEncoder().encodeToString(digest);
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = Assets.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing beside " + Assets.class.getName());
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
