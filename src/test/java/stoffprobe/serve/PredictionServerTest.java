package stoffprobe.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import stoffprobe.config.Invert;
import stoffprobe.data.Images;
import stoffprobe.predict.Classification;

/** What programs get, and what they get when they are wrong. */
final class PredictionServerTest {

  private static final String PNG = "image/png";
  private static final String JSON = "application/json";

  private static Served served;
  private static byte[] pixels;
  private static byte[] png;

  @BeforeAll
  static void start() throws IOException {
    served = new Served(Served.limits());
    pixels = Served.testImages().copy(3);
    png = Served.picture(pixels, "png");
  }

  @AfterAll
  static void stop() {
    served.close();
  }

  @Test
  void aPngAndThePixelsOfTheSameImageGetTheClassifiersAnswer() throws Exception {
    Classification expected = served.classifier().classify(pixels);

    JsonNode ofPng = answer(served.post("/predict", PNG, png));
    JsonNode ofPixels =
        answer(served.post("/predict?show=input", JSON, json(Map.of("pixels", rows(pixels)))));

    for (JsonNode answer : List.of(ofPng, ofPixels)) {
      assertThat(answer.get("class").asInt()).isEqualTo(expected.label());
      assertThat(answer.get("class_name").asText()).isEqualTo(expected.className());
      assertThat(answer.get("distance").floatValue())
          .isEqualTo((float) expected.distance().orElseThrow());
      for (int k = 0; k < 10; k++) {
        assertThat(answer.get("probabilities").get(k).floatValue())
            .isEqualTo(expected.probabilities().get(k));
      }
    }
    assertThat(ofPng.get("file").asText()).isEqualTo("-");
    assertThat(ofPixels.get("input").toString())
        .isEqualTo(new ObjectMapper().writeValueAsString(rows(pixels)));
    assertThat(ofPng.has("input")).isFalse();
  }

  @Test
  void aJpegIsUnderstoodToo() throws Exception {
    JsonNode answer = answer(served.post("/predict", "image/jpeg", Served.picture(pixels, "jpg")));

    assertThat(answer.get("probabilities")).hasSize(10);
  }

  @Test
  void theNegativeIsTakenAsTheQuerySays() throws Exception {
    byte[] negative = new byte[784];
    for (int i = 0; i < 784; i++) {
      negative[i] = (byte) (255 - pixels[i]);
    }
    byte[] picture = Served.picture(negative, "png");

    JsonNode auto = answer(served.post("/predict", PNG, picture));
    JsonNode never = answer(served.post("/predict?invert=never", PNG, picture));

    assertThat(auto.get("inverted").asBoolean()).isTrue();
    assertThat(auto.get("unlike").asBoolean()).isFalse();
    assertThat(never.get("inverted").asBoolean()).isFalse();
    assertThat(never.get("unlike").asBoolean()).isTrue();
  }

  @Test
  void theModelTellsWhatToSend() throws Exception {
    JsonNode model = answer(served.get("/model"));

    assertThat(model.get("height").asInt()).isEqualTo(28);
    assertThat(model.get("classes").get(1).asText()).isEqualTo("Hose");
    assertThat(model.get("classes_en").get(1).asText()).isEqualTo("Trouser");
    assertThat(answer(served.get("/health")).get("status").asText()).isEqualTo("ok");
  }

  @Test
  void prometheusReadsWhatWasAnswered() throws Exception {
    try (Served fresh = new Served(Served.limits())) {
      fresh.post("/predict", PNG, png);
      fresh.post("/predict", PNG, png);
      fresh.post("/predict", PNG, new byte[] {1});
      fresh.get("/no/such/place");

      String text = fresh.get("/metrics").body();

      int label = fresh.classifier().classify(pixels).label();
      assertThat(text.lines())
          .contains(
              "stoffprobe_requests_total{path=\"/predict\",status=\"200\"} 2",
              "stoffprobe_requests_total{path=\"/predict\",status=\"400\"} 1",
              "stoffprobe_requests_total{path=\"other\",status=\"404\"} 1",
              "stoffprobe_images_total{class=\"" + label + "\"} 2",
              "stoffprobe_seconds_bucket{le=\"+Inf\"} 2",
              "stoffprobe_seconds_count 2");
      assertThat(text.lines())
          .allMatch(
              line ->
                  line.matches("# (HELP|TYPE) [a-z_]+ .+")
                      || line.matches("[a-z_]+(\\{[a-z]+=\"[^\"]*\"(,[a-z]+=\"[^\"]*\")*})? \\S+"));
    }
  }

  @Test
  void thePageMayLoadOnlyWhatComesFromHere() throws Exception {
    HttpResponse<String> page = served.get("/");

    assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'");
    assertThat(page.body()).doesNotContain("http://").doesNotContain("https://");
    assertThat(page.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
  }

  /**
   * One core works on a picture, nobody may wait: of many at once some are refused, none is lost.
   */
  @Test
  void whoFindsTheQueueFullIsToldAtOnce() throws Exception {
    Limits narrow =
        new Limits(1_000_000, 25_000_000, Duration.ofSeconds(5), 64, 0, Duration.ofSeconds(1));
    byte[] large = large();
    try (Served fresh = new Served(narrow)) {
      List<CompletableFuture<HttpResponse<String>>> all = new ArrayList<>();
      for (int i = 0; i < 24; i++) {
        all.add(
            CompletableFuture.supplyAsync(
                () -> {
                  try {
                    return fresh.post("/predict", PNG, large);
                  } catch (Exception e) {
                    throw new IllegalStateException(e);
                  }
                },
                work -> new Thread(work).start()));
      }
      List<Integer> statuses = new ArrayList<>();
      for (CompletableFuture<HttpResponse<String>> one : all) {
        statuses.add(one.get(20, TimeUnit.SECONDS).statusCode());
      }

      assertThat(statuses).contains(200, 503).containsOnly(200, 503);
      assertThat(fresh.post("/predict", PNG, png).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void aStoppingServerFinishesWhatItBegan() throws Exception {
    Limits limits =
        new Limits(1_000_000, 25_000_000, Duration.ofSeconds(5), 64, 8, Duration.ofSeconds(3));
    Served stopping = new Served(limits);
    try (Socket socket = stopping.socket()) {
      OutputStream out = socket.getOutputStream();
      out.write(head("POST /predict", "Content-Type: image/png", "Content-Length: " + png.length));
      out.write(png, 0, 50);
      out.flush();
      Thread.sleep(200);
      CompletableFuture<Void> closed = CompletableFuture.runAsync(stopping::close);
      Thread.sleep(200);
      assertThat(closed).isNotDone();
      out.write(png, 50, png.length - 50);
      out.flush();

      assertThat(Served.read(socket)).startsWith("HTTP/1.1 200");
      closed.get(2, TimeUnit.SECONDS);
    }
  }

  @Test
  void aTakenPortIsNamed() {
    int port = served.server().port();

    assertThatIOException()
        .isThrownBy(
            () ->
                PredictionServer.start(
                    new ServedModel(
                        "cnn", served.classifier(), Optional.empty(), Invert.AUTO, Limits.DEFAULT),
                    "127.0.0.1",
                    port,
                    Limits.DEFAULT))
        .withMessageContainingAll("Port " + port, "taken", "--port");
  }

  private static byte[] large() throws IOException {
    java.awt.image.BufferedImage image =
        new java.awt.image.BufferedImage(2_000, 2_000, java.awt.image.BufferedImage.TYPE_BYTE_GRAY);
    java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
    javax.imageio.ImageIO.write(image, "png", out);
    return out.toByteArray();
  }

  private static byte[] head(String request, String... headers) {
    return (request + " HTTP/1.1\r\nHost: x\r\n" + String.join("\r\n", headers) + "\r\n\r\n")
        .getBytes(StandardCharsets.US_ASCII);
  }

  private static JsonNode answer(HttpResponse<String> response) throws IOException {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return new ObjectMapper().readTree(response.body());
  }

  private static byte[] json(Map<String, ?> fields) throws IOException {
    return new ObjectMapper().writeValueAsBytes(fields);
  }

  private static List<List<Integer>> rows(byte[] pixels) {
    Images image = new Images(java.nio.ByteBuffer.wrap(pixels), 1, 28, 28);
    List<List<Integer>> rows = new ArrayList<>();
    for (int y = 0; y < 28; y++) {
      Integer[] row = new Integer[28];
      for (int x = 0; x < 28; x++) {
        row[x] = image.pixel(0, y, x);
      }
      rows.add(Arrays.asList(row));
    }
    return rows;
  }
}
