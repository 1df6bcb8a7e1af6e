package stoffprobe.serve;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The page's files, by the path that they are asked for. */
final class Page {

  private static final Map<String, String> TYPES =
      Map.of(
          "page.html", "text/html; charset=utf-8",
          "page.css", "text/css; charset=utf-8",
          "page.js", "text/javascript; charset=utf-8");

  private Page() {}

  static Map<String, Reply> replies() throws IOException {
    return Map.of(
        "/", reply("page.html"), "/page.css", reply("page.css"), "/page.js", reply("page.js"));
  }

  private static Reply reply(String name) throws IOException {
    try (InputStream in = Page.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing beside " + Page.class.getName());
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return new Reply(200, TYPES.getOrDefault(name, ""), text);
    }
  }
}
