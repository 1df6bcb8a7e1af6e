package stoffprobe.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stoffprobe.config.ClassNames;
import stoffprobe.config.PreprocessSettings;
import stoffprobe.engine.Progress;
import stoffprobe.engine.Workspace;

/** The sections on agreement and certainty in the page. */
class CertaintyPageTest {

  private static final String EVIL = "<script>alert(1)</script>";
  private static final String ARABIC = "\u0642\u0645\u064A\u0635";

  @TempDir private Path root;

  @Test
  void twoModelsHaveFourGalleriesWithWhatEachSaid() throws IOException {
    Document page = render(models(2, 10), SyntheticRun.FASHION);
    assertThat(page.select("#agree h5")).hasSize(4);
    assertThat(page.select("#agree .gallery")).hasSize(5);
    Element both = page.select("#agree .gallery").get(0);
    assertThat(both.select("li")).hasSize(8);
    Element first = page.select("#agree .gallery").get(1).child(0);
    assertThat(first.select("img").attr("alt")).isEqualTo("#10");
    assertThat(first.select(".said")).hasSize(2);
    assertThat(first.select(".said.right").text()).matches("net-0.*richtigright, 95,0.*");
    assertThat(first.select(".said:not(.right)").text()).matches("net-1.*falschwrong, 90,0.*");
    assertThat(page.select("#agree tbody td.n > [lang=en]").eachText())
        .containsExactly("680", "68.0%", "20", "2.0%", "40", "4.0%", "260", "26.0%");
  }

  @Test
  void oneModelHasItsSurestErrorsAlone() throws IOException {
    Document page = render(models(1, 3), SyntheticRun.numbered(3));
    assertThat(page.select("#agree h3 [lang=en]").text())
        .isEqualTo("Where the model is wrong and sure");
    assertThat(page.select("#agree h5, #agree svg, #agree table")).isEmpty();
    assertThat(page.select("#agree .gallery")).hasSize(1);
    assertThat(page.select("#sure svg")).hasSize(8);
    assertThat(page.select(".contents a[href=#agree], .contents a[href=#sure]")).hasSize(2);
  }

  @Test
  void hostileAndRightToLeftNamesOfFiveModelsStayNames() throws IOException {
    ClassNames names =
        new ClassNames(
            List.of(EVIL, ARABIC, "long ".repeat(40)), List.of(EVIL, ARABIC, "\"x\" onerror=\"y"));
    Document page = render(models(5, 3), names);
    assertThat(page.select("#agree script, #agree [onerror]")).isEmpty();
    assertThat(page.select("#agree .gallery bdi").eachText()).contains(EVIL, ARABIC);
    assertThat(page.select("#agree h5").eachText().get(0)).startsWith("Beide richtig (");
    assertThat(page.select("#sure > details > ul")).hasSize(2);
    Element suspect = page.select("#agree .gallery").last().child(0);
    assertThat(suspect.select(".said")).hasSize(1);
    assertThat(suspect.select(".said .kind [lang=de]").text()).isEqualTo("alle 5 Modelle");
    assertThat(suspect.select(".said .mark [lang=en]").eachText())
        .containsExactly("wrong", "99.5% to 99.9%");
  }

  @Test
  void tenModelsHaveTheirTablesAndNoIdTwice() throws IOException {
    Document page = render(models(10, 3), SyntheticRun.numbered(3));
    assertThat(page.select("#sure caption[id$=.bins]")).hasSize(10);
    assertThat(page.select("#sure caption[id$=.coverage]")).hasSize(10);
    assertThat(page.getElementById("sure.measures").parent().select("tbody tr")).hasSize(10);
    Set<String> ids = new HashSet<>();
    assertThat(page.select("[id]")).allMatch(element -> ids.add(element.id()));
  }

  @Test
  void anEmptyCellAndNoSuspectsAreSaidSo() throws IOException {
    SyntheticRun run =
        new SyntheticRun("T", SyntheticRun.FASHION, models(2, 10), PreprocessSettings.DEFAULT);
    run.write(root);
    Path file = root.resolve("5-evaluate/examples.csv");
    String text = Files.readString(file);
    Files.writeString(file, text.replaceAll("(?m)^(only_a|suspect),.*\n", ""));
    Path staging = Files.createDirectories(root.resolve(Report.FOLDER));
    run.report().run(new Workspace(root, staging, Progress.NONE));
    Document page = parse(staging);
    assertThat(page.getElementById("agree.only_a").nextElementSibling().text())
        .contains("Dieses Feld ist leer.");
    assertThat(page.select("#agree .gallery")).hasSize(3);
    assertThat(page.select("#agree").text()).contains("Es gibt kein Testbild, das alle Modelle");
  }

  private static List<SyntheticModel> models(int count, int classes) {
    List<SyntheticModel> models = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int hits = 70 + 2 * i;
      List<Integer> correct = java.util.Collections.nCopies(classes, hits);
      models.add(SyntheticModel.cnn("net-" + i, correct));
    }
    return models;
  }

  private Document render(List<SyntheticModel> models, ClassNames names) throws IOException {
    return parse(new SyntheticRun("T", names, models, PreprocessSettings.DEFAULT).render(root));
  }

  private static Document parse(Path folder) throws IOException {
    Parser parser = Parser.htmlParser().setTrackErrors(10);
    Document page = Jsoup.parse(Files.readString(folder.resolve("report.html")), "", parser);
    assertThat(parser.getErrors()).isEmpty();
    return page;
  }
}
