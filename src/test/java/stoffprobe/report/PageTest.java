package stoffprobe.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stoffprobe.HtmlLinks;
import stoffprobe.config.ClassNames;
import stoffprobe.config.PreprocessSettings;
import stoffprobe.engine.Progress;
import stoffprobe.engine.Workspace;

/** The form of the page: what holds whatever the run's results are. */
class PageTest {

  private static final List<Integer> TWO = List.of(90, 80);

  @TempDir private Path root;

  @Test
  void theHtmlIsWellFormed() throws IOException {
    Parser parser = Parser.htmlParser().setTrackErrors(100);
    Jsoup.parse(Files.readString(render().resolve("report.html")), "", parser);
    assertThat(parser.getErrors()).isEmpty();
  }

  @Test
  void nothingIsLoadedFromAnywhere() throws IOException {
    Document page = page();
    for (Element element : page.select("[src], [srcset], [data], [poster], [action]")) {
      assertThat(element.attr("src")).startsWith("data:");
    }
    for (Element element : page.select("[href]:not(a), [xlink:href]")) {
      assertThat(element.attr("href")).matches("#.+|data:.*");
    }
    assertThat(page.select("style").outerHtml()).doesNotContain("url(").doesNotContain("@import");
    assertThat(page.select("iframe, object, embed, link[rel=stylesheet], script[src]")).isEmpty();
  }

  @Test
  void thePolicyForbidsEverythingButThePagesOwnScript() throws Exception {
    Document page = page();
    String policy = page.select("meta[http-equiv=Content-Security-Policy]").attr("content");
    byte[] script = page.select("script").first().data().getBytes(StandardCharsets.UTF_8);
    String hash =
        Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(script));
    assertThat(policy)
        .startsWith("default-src 'none'")
        .contains("script-src 'sha256-" + hash + "'");
    assertThat(page.select("script")).hasSize(1);
  }

  @Test
  void everyGermanElementHasAnEnglishSibling() throws IOException {
    Document page = page();
    assertThat(page.select("body [lang=de]")).hasSizeGreaterThan(300);
    for (Element element : page.select("body [lang]")) {
      Element parent = element.parent();
      List<String> languages =
          parent.children().stream().map(c -> c.attr("lang")).filter(l -> !l.isEmpty()).toList();
      assertThat(languages.stream().filter("de"::equals).count())
          .as("children of %s", parent.cssSelector())
          .isEqualTo(languages.stream().filter("en"::equals).count());
      assertThat(element.text().isEmpty() && element.childrenSize() == 0 && !element.is("img"))
          .as("%s is empty", element.cssSelector())
          .isFalse();
    }
  }

  @Test
  void noTextIsLeftWithAnUnfilledPlace() throws IOException {
    assertThat(page().body().text()).doesNotContainPattern("\\{\\d}").doesNotContain("NaN");
  }

  @Test
  void idsAreUniqueAndLinksWithinThePageLeadSomewhere() throws IOException {
    Document page = page();
    HtmlLinks.assertLeadSomewhere(page);
  }

  @Test
  void picturesTablesAndHeadingsAreThereForScreenReaders() throws IOException {
    Document page = page();
    assertThat(page.select("img")).hasSize(73).allMatch(img -> !img.attr("alt").isBlank());
    assertThat(page.select("table")).allMatch(table -> table.children().is("caption"));
    assertThat(page.select("th")).allMatch(th -> th.hasAttr("scope"));
    assertThat(page.select("h1")).hasSize(1);
    int level = 1;
    for (Element heading : page.select("h1, h2, h3, h4, h5, h6")) {
      int next = heading.tagName().charAt(1) - '0';
      assertThat(next).as(heading.text()).isLessThanOrEqualTo(level + 1);
      level = next;
    }
  }

  @Test
  void whatScrollsHasANameOfItsOwn() throws IOException {
    Document page = page();
    List<String> names =
        page.select("[role=group]").stream()
            .map(group -> page.getElementById(group.attr("aria-labelledby")).text())
            .toList();
    assertThat(names).hasSizeGreaterThan(15).doesNotHaveDuplicates();
  }

  @Test
  void aPhoneGetsTheFirstFiguresInAWidthThatFits() throws IOException {
    assertThat(page().select("#verdict .narrow svg"))
        .hasSize(2)
        .allMatch(svg -> svg.attr("viewBox").startsWith("0 0 280 "));
  }

  @Test
  void oneControlIsLabelledWithBothLanguagesAndOneFoldsTheExplanations() throws IOException {
    Document page = page();
    assertThat(page.select("button").eachText())
        .containsExactly("ErklärungenExplanations", "Deutsch / English");
  }

  @Test
  void withoutExplanationsAllFiguresTablesAndHeadingsWithNumbersStay() throws IOException {
    Document page = page();
    Set<String> before = new HashSet<>(page.select("figure, table, h2, details").eachText());
    assertThat(page.select(".explain").remove()).hasSizeGreaterThan(12);
    assertThat(new HashSet<>(page.select("figure, table, h2, details").eachText()))
        .isEqualTo(before);
  }

  @Test
  void aScriptAsClassNameStaysText() throws IOException {
    String evil = "<script>alert(1)</script>";
    ClassNames names = new ClassNames(List.of(evil, "\" onload=\"x"), List.of(evil, "b{0}"));
    SyntheticModel model = SyntheticModel.mlp("m", TWO);
    SyntheticRun run =
        new SyntheticRun("<b>T</b>", names, List.of(model), PreprocessSettings.DEFAULT);
    Document page = parse(run.render(root));
    assertThat(page.select("script")).hasSize(1);
    assertThat(page.select("[onload]")).isEmpty();
    assertThat(page.select("#label tbody th").first().child(0).text()).isEqualTo(evil);
    assertThat(page.select("h1").text()).isEqualTo("Stoffprobe: <b>T</b>");
  }

  @Test
  void aNameFromRightToLeftKeepsTheNumbersBehindItInPlace() throws IOException {
    ClassNames names = new ClassNames(List.of("\u0642\u0645", "b"), List.of("\u0642\u0645", "b"));
    SyntheticModel model = SyntheticModel.mlp("m", TWO);
    SyntheticRun run = new SyntheticRun("T", names, List.of(model), PreprocessSettings.DEFAULT);
    assertThat(parse(run.render(root)).text())
        .contains("„\u2068\u0642\u0645\u2069“ (90,0", "„b“ (80,0");
  }

  @Test
  void theSameFilesGiveTheSameBytesInEveryLocale() throws IOException {
    byte[] german = Files.readAllBytes(render().resolve("report.html"));
    Path staging = Files.createDirectories(root.resolve("again"));
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      run().report().run(new Workspace(root, staging, Progress.NONE));
      assertThat(Files.readAllBytes(staging.resolve("report.html"))).isEqualTo(german);
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void metricsLieBesideThePageByteForByte() throws IOException {
    Path folder = render();
    assertThat(folder.resolve("metrics.json"))
        .hasSameBinaryContentAs(root.resolve("5-evaluate/metrics.json"));
  }

  @Test
  void metricsCanBeSavedFromThePageByteForByte() throws IOException {
    Path folder = render();
    Element link = parse(folder).select("a[download=metrics.json]").first();
    String start = "data:application/json;base64,";
    assertThat(link.attr("href")).startsWith(start);
    assertThat(Base64.getDecoder().decode(link.attr("href").substring(start.length())))
        .isEqualTo(Files.readAllBytes(folder.resolve("metrics.json")));
  }

  @Test
  void everySettingOfEveryStageIsShown() throws IOException {
    assertThat(page().select("[aria-labelledby=parameters.caption] tbody tr").eachText())
        .containsExactly("seed 42 alleall");
  }

  @Test
  void everyFigureLiesBesideThePageAsSvgAndPng() throws IOException {
    Path folder = render().resolve("figures");
    try (Stream<Path> files = Files.list(folder)) {
      List<String> names = files.map(file -> file.getFileName().toString()).sorted().toList();
      assertThat(names).filteredOn(name -> name.endsWith(".svg")).hasSize(32);
      assertThat(names).filteredOn(name -> name.endsWith(".png")).hasSize(32);
    }
  }

  @Test
  void tenModelsOfFortyClassesFitIntoFiveMegabytes() throws IOException {
    ClassNames names = SyntheticRun.numbered(40);
    List<SyntheticModel> models = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      int hits = 60 + i;
      models.add(SyntheticModel.cnn("net-" + i, names.de().stream().map(name -> hits).toList()));
    }
    SyntheticRun run = new SyntheticRun("Forty", names, models, PreprocessSettings.DEFAULT);
    Path folder = run.render(root);
    assertThat(folder.resolve("report.html"))
        .satisfies(f -> assertThat(Files.size(f)).isLessThan(5_000_000));
    assertThat(parse(folder).select("section.model[id^=model.]")).hasSize(10);
  }

  @Test
  void twoClassesAreEnough() throws IOException {
    SyntheticRun run =
        new SyntheticRun(
            "Two",
            SyntheticRun.numbered(2),
            List.of(SyntheticModel.mlp("m", TWO)),
            PreprocessSettings.DEFAULT);
    assertThat(parse(run.render(root)).select("#questions details")).hasSize(4);
  }

  @Test
  void nothingOfFashionMnistIsSaidOfAnotherDataSet() throws IOException {
    SyntheticRun run =
        new SyntheticRun(
            "Schrauben",
            SyntheticRun.numbered(3),
            List.of(SyntheticModel.mlp("m", List.of(90, 80, 70))),
            PreprocessSettings.DEFAULT);
    assertThat(parse(run.render(root)).text()).doesNotContain("Zalando", "Hemd", "Oberkörper");
  }

  private SyntheticRun run() {
    return SyntheticRun.fashion(
        SyntheticModel.mlp("mlp", SyntheticRun.FAIR), SyntheticModel.cnn("cnn", SyntheticRun.GOOD));
  }

  private Path render() throws IOException {
    return run().render(root);
  }

  private Document page() throws IOException {
    return parse(render());
  }

  private static Document parse(Path folder) throws IOException {
    return Jsoup.parse(Files.readString(folder.resolve("report.html")));
  }
}
