package stoffprobe;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import javax.imageio.ImageIO;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stoffprobe.data.Images;
import stoffprobe.data.Npy;
import stoffprobe.predict.Classification;
import stoffprobe.predict.Classifier;
import stoffprobe.predict.ModelFolder;
import stoffprobe.report.Chromium;
import stoffprobe.serve.Limits;
import stoffprobe.serve.PredictionServer;
import stoffprobe.serve.ServedModel;

/**
 * The same shapes in red and in green, equally bright: what tells them apart is lost wherever
 * colour is.
 */
final class ColourPipelineTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int SIDE = 10;

  /** In grey both are 0.299 * 200 = 0.587 * 102 = 60. */
  private static final Color RED = new Color(200, 0, 0);

  private static final Color GREEN = new Color(0, 102, 0);

  /** Draws a bar once the page knows its model; gives the middle of what the network saw of it. */
  private static final String DRAWN_IN_RED =
      """
      const done = arguments[arguments.length - 1];
      const end = Date.now() + 10000;
      const until = (ready, then) => {
        if (ready() || Date.now() > end) then();
        else setTimeout(until, 20, ready, then);
      };
      const $ = (id) => document.getElementById(id);
      until(() => !$('pen').hidden, () => {
        $('colour').value = '#c80000';
        const canvas = $('drawing');
        canvas.setPointerCapture = () => {}; // there is no pointer to capture
        const box = canvas.getBoundingClientRect();
        const at = (kind, x, y) => canvas.dispatchEvent(new PointerEvent(kind,
            {clientX: box.left + x, clientY: box.top + y, pointerId: 1, bubbles: true}));
        for (let x = 100; x <= 180; x += 10) {
          at('pointerdown', x, 100); at('pointermove', x, 180);
        }
        at('pointerup', 180, 180);
        until(() => !$('seen').hidden, () =>
            done([...$('input').getContext('2d').getImageData(5, 5, 1, 1).data].slice(0, 3).join()));
      });
      """;

  @TempDir private static Path folder;
  private static Path pipeline;
  private static Path run;

  @BeforeAll
  static void fromPicturesToTheReport() throws IOException {
    Path photos = folder.resolve("photos");
    draw(photos.resolve("red"), RED, 1);
    draw(photos.resolve("green"), GREEN, 2);
    pipeline =
        Files.writeString(
            folder.resolve("shapes.yaml"),
            """
            pipeline: shapes
            seed: 42
            dataset:
              {title: Shapes, folder: '%s', size: [%d, %d], colour: true, classes: [red, green]}
            preprocess: {mean: [0.4, 0.3, 0.5], std: [0.5, 0.25, 1.0]}
            training: {epochs: 4, batch: 8, learning-rate: 0.01, augmentation: {shift: 1, flip: true}}
            models:
              mlp: {layers: [flatten, {dense: 2}]}
              cnn:
                layers:
                  - conv2d: {filters: 4, kernel: 3, padding: same}
                  - relu
                  - max-pool: 2
                  - flatten
                  - dense: 2
            """
                .formatted(photos, SIDE, SIDE));
    run = folder.resolve("output/shapes");
    CommandLineRun done = command("run", pipeline.toString());
    assertThat(done.exitCode()).as(done.err()).isZero();
  }

  /** Bars at any place, of the colour in any strength, on dark ground with noise. */
  private static void draw(Path target, Color colour, long seed) throws IOException {
    Files.createDirectories(target);
    Random random = new Random(seed);
    for (int i = 0; i < 50; i++) {
      BufferedImage picture = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
      Graphics2D canvas = picture.createGraphics();
      double strength = 0.6 + 0.4 * random.nextDouble();
      canvas.setColor(
          new Color((int) (colour.getRed() * strength), (int) (colour.getGreen() * strength), 0));
      canvas.fillRect(random.nextInt(6), random.nextInt(6), 2 + random.nextInt(3), 4);
      canvas.dispose();
      for (int p = 0; p < SIDE * SIDE; p++) {
        int grey = 0x010101 * random.nextInt(12);
        picture.setRGB(p % SIDE, p / SIDE, picture.getRGB(p % SIDE, p / SIDE) + grey);
      }
      ImageIO.write(picture, "png", target.resolve("%02d.png".formatted(i)).toFile());
    }
  }

  private static CommandLineRun command(String... args) {
    String[] all = java.util.Arrays.copyOf(args, args.length + 2);
    all[args.length] = "--output";
    all[args.length + 1] = folder.resolve("output").toString();
    return CommandLineRun.of(all);
  }

  @Test
  void whatColourAloneTellsIsLearnedWithItAndNotWithout() throws IOException {
    JsonNode inColour = JSON.readTree(run.resolve("5-evaluate/metrics.json").toFile());
    String grey = folder.resolve("grey").toString();
    CommandLineRun done =
        CommandLineRun.of(
            "run",
            pipeline.toString(),
            "evaluate",
            "--output",
            grey,
            "--set",
            "dataset.colour=false",
            "--set",
            "preprocess={}");

    assertThat(done.exitCode()).as(done.err()).isZero();
    JsonNode inGrey = JSON.readTree(Path.of(grey, "shapes/5-evaluate/metrics.json").toFile());
    for (String model : List.of("mlp", "cnn")) {
      assertThat(inColour.at("/models/" + model + "/accuracy").asDouble()).isEqualTo(1);
      assertThat(inGrey.at("/models/" + model + "/accuracy").asDouble()).isLessThan(0.8);
    }
    assertThat(inColour.at("/models/cnn/parameters").asInt()).isEqualTo(4 * 28 + 2 * 101);
    assertThat(inGrey.at("/models/cnn/parameters").asInt()).isEqualTo(4 * 10 + 2 * 101);
  }

  @Test
  void theReportShowsAndSaysColours() throws IOException {
    Document page = Jsoup.parse(run.resolve("6-report/report.html"));

    assertThat(page.select("#collect").text())
        .contains("consists of 100 colour images", "left in its colours")
        .doesNotContain("grey", "Graustufen");
    assertThat(page.select("#preprocess .formula span[lang=en]").text())
        .contains("(x / 255 − 0.3) / 0.25 (green)");
    assertThat(page.select("#label").text()).contains("how much red, green and blue it has");
    List<String> samples = Files.readAllLines(run.resolve("2-explore/samples.csv"));
    Images train = Npy.readImages(run.resolve("1-ingest/train-images.npy"));
    List<String> shown = page.select(".samples img[lang=de]").eachAttr("src");
    assertThat(shown).hasSize(15);
    for (int i = 0; i < shown.size(); i++) {
      int index = Integer.parseInt(samples.get(1 + i).split(",", -1)[1]);
      assertThat(pixels(shown.get(i))).isEqualTo(train.copy(index));
    }
    Images test = Npy.readImages(run.resolve("3-preprocess/test-images.npy"));
    org.jsoup.select.Elements examples = page.select("img[alt^=#]");
    assertThat(examples).isNotEmpty();
    for (org.jsoup.nodes.Element example : examples) {
      assertThat(pixels(example.attr("src")))
          .isEqualTo(test.copy(Integer.parseInt(example.attr("alt").substring(1))));
    }
    assertThat(Files.readString(run.resolve("4-train-cnn/architecture.txt")))
        .contains("10 x 10 x 3");
  }

  private static byte[] pixels(String uri) throws IOException {
    byte[] png = Base64.getDecoder().decode(uri.substring(uri.indexOf(',') + 1));
    return pixels(ImageIO.read(new ByteArrayInputStream(png)));
  }

  /** Picture, array, bytes, HTTP and the saved run agree, each on its own way to the pixels. */
  @Test
  void everyWayToAskGivesTheSameAnswer() throws Exception {
    Path picture = folder.resolve("photos/green/07.png");
    Path model = run.resolve("5-evaluate/models/cnn");
    Images test = Npy.readImages(run.resolve("3-preprocess/test-images.npy"));
    try (Classifier classifier = Classifier.open(model)) {
      Classification expected = classifier.classify(picture);
      assertThat(expected.className()).isEqualTo("green");
      assertThat(classifier.classify(pixels(picture))).isEqualTo(expected);

      String answer =
          command("predict", picture.toString(), "--model-folder", model.toString(), "--json")
              .out();
      assertThat(JSON.readTree(answer).get(0).get("probability").floatValue())
          .isEqualTo(expected.probability());

      String array = run.resolve("3-preprocess/test-images.npy").toString();
      JsonNode answers =
          JSON.readTree(
              command("predict", array, "--model-folder", model.toString(), "--json").out());
      assertThat(answers).hasSize(test.count());
      for (int i = 0; i < test.count(); i++) {
        assertThat(answers.get(i).get("probability").floatValue())
            .isEqualTo(classifier.classify(test).get(i).probability());
      }
      askServer(classifier, model, picture, expected);
      try (Classifier plain = Classifier.open(model.resolve("saved_model"))) {
        assertThat(plain.classify(picture).probabilities()).isEqualTo(expected.probabilities());
      }
    }
  }

  private static void askServer(
      Classifier classifier, Path model, Path picture, Classification expected) throws Exception {
    try (PredictionServer server = serve(classifier, model)) {
      JsonNode ofPng = post(server, "?show=input", "image/png", Files.readAllBytes(picture), 200);
      assertThat(ofPng.get("probability").floatValue()).isEqualTo(expected.probability());
      assertThat(ofPng.get("input").get(0).get(0)).hasSize(3);

      byte[] json = JSON.writeValueAsBytes(java.util.Map.of("pixels", ofPng.get("input")));
      JsonNode ofPixels = post(server, "", "application/json", json, 200);
      assertThat(ofPixels.get("probability").floatValue()).isEqualTo(expected.probability());

      assertThat(refused(server, "", "{\"pixels\": [[0, 0, 0, 0, 0, 0, 0, 0, 0, 0]]}"))
          .contains("no list of three numbers in row 0, column 0");
      assertThat(refused(server, "", "{\"pixels\": [[[0, 0]]]}")).contains("no whole number");
      assertThat(refused(server, "", "{\"pixels\": [[[0, 0, 0, 0]]]}"))
          .contains("more than three numbers");
      assertThat(
              post(server, "?invert=always", "image/png", Files.readAllBytes(picture), 400)
                  .get("error")
                  .asText())
          .isEqualTo("invert=always is for grey images, but this model sees colour.");
    }
  }

  private static PredictionServer serve(Classifier classifier, Path model) throws IOException {
    ServedModel served =
        new ServedModel(
            "cnn",
            classifier,
            Optional.of(ModelFolder.read(model).classes()),
            classifier.invert(),
            Limits.DEFAULT);
    return PredictionServer.start(served, "127.0.0.1", 0, Limits.DEFAULT);
  }

  private static String refused(PredictionServer server, String query, String body)
      throws Exception {
    return post(server, query, "application/json", body.getBytes(StandardCharsets.UTF_8), 400)
        .get("error")
        .asText();
  }

  private static JsonNode post(
      PredictionServer server, String query, String type, byte[] body, int status)
      throws Exception {
    HttpResponse<String> response =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create(server.address()).resolve("/predict" + query))
                    .header("Content-Type", type)
                    .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                    .build(),
                HttpResponse.BodyHandlers.ofString());
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    return JSON.readTree(response.body());
  }

  @Test
  void thePageHasAPenOfAnyColourAndNoNegative() throws Exception {
    Path model = run.resolve("5-evaluate/models/cnn");
    try (Chromium chromium = Chromium.orSkip();
        Classifier classifier = Classifier.open(model);
        PredictionServer server = serve(classifier, model)) {
      chromium.open(URI.create(server.address()), 1200, 900);
      Object seen = chromium.await(DRAWN_IN_RED);

      assertThat(seen).isEqualTo("200,0,0");
      assertThat(chromium.shows("#pen")).isTrue();
      assertThat(chromium.shows("#negative")).isFalse();
      assertThat(chromium.shows("#error")).isFalse();
      assertThat(chromium.text("tbody tr:first-child td:first-child")).isEqualTo("red");
      assertThat(chromium.console()).isEmpty();
    }
  }

  /** The picture has the model's size, so each pixel stays as it is. */
  private static byte[] pixels(Path file) throws IOException {
    return pixels(ImageIO.read(file.toFile()));
  }

  private static byte[] pixels(BufferedImage picture) {
    byte[] pixels = new byte[SIDE * SIDE * 3];
    for (int p = 0; p < SIDE * SIDE; p++) {
      int rgb = picture.getRGB(p % SIDE, p / SIDE);
      pixels[3 * p] = (byte) (rgb >> 16);
      pixels[3 * p + 1] = (byte) (rgb >> 8);
      pixels[3 * p + 2] = (byte) rgb;
    }
    return pixels;
  }

  @Test
  void aModelThatSeesColourTakesNoNegatives() {
    String picture = folder.resolve("photos/red/01.png").toString();
    CommandLineRun refused =
        command(
            "predict",
            picture,
            "--model-folder",
            run + "/5-evaluate/models/cnn",
            "--invert",
            "auto");

    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.err()).contains("--invert auto is for grey images");
  }

  @Test
  void theFolderTellsProgramsAndPeopleOfColour() throws IOException {
    Path model = run.resolve("5-evaluate/models/cnn");
    JsonNode input = JSON.readTree(model.resolve("model.json").toFile()).get("input");

    assertThat(input.get("shape")).map(JsonNode::asInt).containsExactly(-1, SIDE, SIDE, 3);
    assertThat(input.at("/normalization/mean"))
        .map(JsonNode::asDouble)
        .containsExactly(0.4, 0.3, 0.5);
    assertThat(input.get("invert").asText()).isEqualTo("never");
    assertThat(input.get("pictures").asText()).contains("red, green and blue stay");
    assertThat(Files.readString(model.resolve("MODEL.md")))
        .contains("2 kinds of colour image", "uint8 [n, 10, 10, 3]")
        .doesNotContain("grey is");
    assertThat(Files.readString(model.resolve("MODEL.de.md")))
        .contains("2 Arten von Farbbildern", "Rot, Grün und Blau bleiben", "uint8 [n, 10, 10, 3]");
  }

  @Test
  void whatTheNetworkSeesIsSavedInColour() throws IOException {
    Path seen = folder.resolve("seen");
    CommandLineRun done =
        command(
            "predict",
            folder.resolve("photos/red/01.png").toString(),
            "--model-folder",
            run + "/5-evaluate/models/cnn",
            "--show-input",
            "--save-input",
            seen.toString());

    assertThat(done.exitCode()).as(done.err()).isZero();
    assertThat(done.out().lines().filter(line -> line.startsWith("  |"))).hasSize(SIDE / 2);
    BufferedImage saved = ImageIO.read(seen.resolve("000001-01.png-0.png").toFile());
    BufferedImage original = ImageIO.read(folder.resolve("photos/red/01.png").toFile());
    for (int p = 0; p < SIDE * SIDE; p++) {
      assertThat(saved.getRGB(p % SIDE, p / SIDE)).isEqualTo(original.getRGB(p % SIDE, p / SIDE));
    }
  }
}
