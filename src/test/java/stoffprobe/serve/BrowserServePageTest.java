package stoffprobe.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import stoffprobe.report.Chromium;

/** The page in a real browser: what a person does with it. */
final class BrowserServePageTest {

  private static Served served;
  private static Chromium chromium;

  @BeforeAll
  static void start() throws IOException {
    chromium = Chromium.orSkip();
    served = new Served(Served.limits());
  }

  @AfterAll
  static void stop() {
    if (chromium != null) {
      chromium.close();
    }
    if (served != null) {
      served.close();
    }
  }

  @Test
  void aDroppedPictureShowsItsProbabilitiesInBothLanguages() throws Exception {
    open();
    byte[] pixels = Served.testImages().copy(1);
    drop(Served.picture(pixels, "png"), "image/png");

    await("tbody tr");
    int label = served.classifier().classify(pixels).label();
    assertThat(chromium.text("tbody tr:first-child td:first-child"))
        .isEqualTo(stoffprobe.Sample.CLASSES.de().get(label));
    assertThat(chromium.text("tbody tr:first-child .share")).matches("\\d+,\\d %");
    assertThat(chromium.shows("#unlike")).isFalse();
    assertThat(chromium.text("#model")).isEqualTo("cnn");

    chromium.click("#language");

    assertThat(chromium.text("tbody tr:first-child td:first-child"))
        .isEqualTo(stoffprobe.Sample.CLASSES.en().get(label));
    assertThat(chromium.text("tbody tr:first-child .share")).matches("\\d+\\.\\d %");
    assertThat(chromium.text("h2")).isEqualTo("Choose a picture");
    assertThat(seen()).isEqualTo(Byte.toUnsignedInt(pixels[14 * 28 + 14]));
    assertThat(chromium.console()).isEmpty();
  }

  @Test
  void whatIsDrawnIsClassified() {
    open();
    chromium.run(
        """
        const canvas = document.getElementById('drawing');
        canvas.setPointerCapture = () => {}; // there is no pointer to capture
        const box = canvas.getBoundingClientRect();
        const at = (kind, x, y) => canvas.dispatchEvent(new PointerEvent(kind,
            {clientX: box.left + x, clientY: box.top + y, pointerId: 1, bubbles: true}));
        at('pointerdown', 140, 40); at('pointermove', 140, 240); at('pointerup', 140, 240);
        """);

    await("tbody tr");
    assertThat(chromium.shows("#seen")).isTrue();
    assertThat(seen()).as("the stroke's middle").isGreaterThan(200);
    chromium.click("#clear");
    assertThat(
            chromium.run(
                "return document.getElementById('drawing').getContext('2d')"
                    + ".getImageData(140, 140, 1, 1).data[0]"))
        .isEqualTo(0L);
  }

  @Test
  void whatIsNoPictureOrUnlikeIsSaidInWords() throws Exception {
    open();
    drop(new byte[] {1, 2, 3}, "image/png");
    await("#error:not([hidden])");
    assertThat(chromium.text("#error")).contains("Der Server lehnt das Bild ab", "PNG");

    drop(new byte[] {1}, "text/plain");
    await("#error:not([hidden])");
    assertThat(chromium.text("#error")).contains("keine PNG- oder JPEG-Datei");

    drop(Served.picture(new byte[784], "png"), "image/png");
    await("#unlike:not([hidden])");
    assertThat(chromium.text("#unlike")).contains("nicht ähnlich");
  }

  @Test
  void axeFindsNothingInBothLanguagesLightAndDark() throws Exception {
    open();
    drop(Served.picture(new byte[784], "png"), "image/png");
    await("#unlike:not([hidden])");
    chromium.run(Chromium.axe());
    for (String scheme : List.of("light", "dark")) {
      chromium.media("", scheme);
      assertThat(violations()).isEmpty();
      chromium.click("#language");
    }
    chromium.screen(360, 800);
    assertThat(violations()).isEmpty();
    assertThat((Boolean) chromium.run("return document.body.scrollWidth <= innerWidth")).isTrue();
  }

  private static void open() {
    chromium.open(served.uri("/"), 1200, 900);
    chromium.console();
  }

  private static void drop(byte[] bytes, String type) {
    chromium.run(
        """
        const bytes = Uint8Array.from(atob(arguments[0]), c => c.charCodeAt(0));
        const data = new DataTransfer();
        data.items.add(new File([bytes], 'file', {type: arguments[1]}));
        document.getElementById('drop').dispatchEvent(
            new DragEvent('drop', {dataTransfer: data, bubbles: true, cancelable: true}));
        """,
        Base64.getEncoder().encodeToString(bytes),
        type);
  }

  private static void await(String selector) {
    chromium.await(
        """
        const done = arguments[arguments.length - 1];
        const end = Date.now() + 10000;
        const look = (selector) => {
          if (document.querySelector(selector) || Date.now() > end) done();
          else setTimeout(look, 20, selector);
        };
        look(arguments[0]);
        """,
        selector);
    assertThat(chromium.shows(selector)).as(selector).isTrue();
  }

  /** The middle of what the network sees. */
  private static int seen() {
    return ((Long)
            chromium.run(
                "return document.getElementById('input').getContext('2d')"
                    + ".getImageData(14, 14, 1, 1).data[0]"))
        .intValue();
  }

  private static List<?> violations() {
    return (List<?>)
        chromium.await(
            """
            const done = arguments[arguments.length - 1];
            axe.run(document, {preload: false, resultTypes: ['violations'],
              runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
            }).then(result => done(result.violations.flatMap(rule => rule.nodes.map(node =>
                rule.id + ': ' + node.html.slice(0, 200) + ' | ' + node.failureSummary))),
              error => done(['axe failed: ' + error]));
            """);
  }
}
