package stoffprobe.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The page on paper. */
@ExtendWith(InChromium.class)
class BrowserPrintTest {

  private final Chromium chromium;
  private final Path page;

  BrowserPrintTest(Chromium chromium, RenderedReports reports) {
    this.chromium = chromium;
    this.page = reports.two();
  }

  /** What a PDF holds. */
  private record Printed(String text, int pages) {}

  @Test
  void oneLanguageIsPrintedWithAllThatIsFoldedOnTheScreen() throws IOException {
    chromium.open(page, 1400, 900);
    Printed german = print();
    assertThat(german.text)
        .contains("CNN ist das bessere Modell", "Alle Epochen von MLP", "Glossar")
        .doesNotContain("the better model", "All epochs of", "Glossary");
    assertThat(german.text).contains("0,493").doesNotContain("0.493");
    chromium.click("#language");
    assertThat(print().text)
        .contains("CNN is the better model", "All epochs of MLP", "Glossary")
        .doesNotContain("das bessere Modell", "Alle Epochen von");
  }

  @Test
  void explanationsArePrintedAsTheyAreShown() throws IOException {
    chromium.open(page, 1400, 900);
    Printed all = print();
    assertThat(all.text).contains("lernt aus Beispielen");
    chromium.click("#explanations");
    Printed brief = print();
    assertThat(brief.text).doesNotContain("lernt aus Beispielen").contains("0,493");
    assertThat(brief.pages).isLessThan(all.pages);
  }

  @Test
  void printingLeavesTheScreenAsItWas() {
    String open = "return document.querySelectorAll('details[open]').length";
    chromium.open(page, 1400, 900);
    Object before = chromium.run(open);
    chromium.pdf();
    assertThat(chromium.run(open)).isEqualTo(before);
  }

  @Test
  void noPageIsEmptyAndThereAreNotTooMany() throws IOException {
    chromium.open(page, 1400, 900);
    try (PDDocument pdf = Loader.loadPDF(chromium.pdf())) {
      assertThat(pdf.getNumberOfPages()).isBetween(8, 32);
      for (int number = 1; number <= pdf.getNumberOfPages(); number++) {
        PDFTextStripper text = new PDFTextStripper();
        text.setStartPage(number);
        text.setEndPage(number);
        assertThat(text.getText(pdf)).as("page %d", number).hasSizeGreaterThan(100);
      }
    }
  }

  private Printed print() throws IOException {
    try (PDDocument pdf = Loader.loadPDF(chromium.pdf())) {
      return new Printed(new PDFTextStripper().getText(pdf), pdf.getNumberOfPages());
    }
  }
}
