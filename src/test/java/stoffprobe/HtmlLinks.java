package stoffprobe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** What every page of the program keeps to. */
public final class HtmlLinks {

  private HtmlLinks() {}

  /** Each id stands once, and what refers to one finds it. */
  public static void assertLeadSomewhere(Document page) {
    Set<String> ids = new HashSet<>();
    for (Element element : page.select("[id]")) {
      assertThat(ids.add(element.id())).as(element.id()).isTrue();
    }
    for (Element link : page.select("[href^=#]")) {
      assertThat(ids).contains(link.attr("href").substring(1));
    }
    for (Element element : page.select("[aria-labelledby]")) {
      assertThat(ids).contains(element.attr("aria-labelledby"));
    }
  }
}
