package stoffprobe.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A thousand requests that are wrong in many ways. Whatever is HTTP gets a 4xx and a reason; what
 * is not may be answered by closing the connection. Good requests are served all the while.
 */
final class MalformedRequestsTest {

  private static final int REQUESTS = 1_000;

  private static Served served;
  private static byte[] png;
  private static byte[] jpeg;
  private final Random random = new Random(7);

  /**
   * A request to send.
   *
   * @param status expected; 0 for what is no HTTP: any 4xx, or a closed connection
   */
  private record Wrong(String kind, int status, ByteBuffer bytes) {}

  @BeforeAll
  static void start() throws IOException {
    served = new Served(Served.limits());
    byte[] pixels = Served.testImages().copy(0);
    png = Served.picture(pixels, "png");
    jpeg = Served.picture(pixels, "jpg");
  }

  @AfterAll
  static void stop() {
    served.close();
  }

  @Test
  void aThousandOfThemGetAReasonEachAndTakeNoMemory() throws Exception {
    int kinds = all().size();
    assertThat(kinds).isGreaterThan(30);
    ask(all());
    long before = heap();
    int asked = 0;
    while (asked < REQUESTS) {
      List<Wrong> some = all();
      ask(some);
      asked += some.size();
    }

    assertThat(heap() - before).as("bytes of heap").isLessThan(8_000_000);
  }

  private void ask(List<Wrong> some) throws Exception {
    for (int i = 0; i < some.size(); i++) {
      check(some.get(i));
      if (i % 10 == 0) {
        assertThat(served.post("/predict", "image/png", png).statusCode()).isEqualTo(200);
      }
    }
  }

  private static void check(Wrong wrong) throws IOException {
    String reply = served.raw(wrong.bytes().array());
    if (wrong.status() == 0 && reply.isEmpty()) {
      return;
    }
    assertThat(reply).as(wrong.kind()).startsWith("HTTP/1.1 4");
    if (wrong.status() != 0) {
      assertThat(reply).as(wrong.kind()).startsWith("HTTP/1.1 " + wrong.status());
      String body = reply.substring(reply.indexOf("\r\n\r\n"));
      String reason = new ObjectMapper().readTree(body).path("error").asText();
      assertThat(reason).as(wrong.kind()).matches("(?s)[A-Z'i].{10,300}\\.");
      assertThat(reason).as(wrong.kind()).doesNotContain("Exception").doesNotContain("stoffprobe.");
    }
  }

  /** One of each kind, with other bytes each time. */
  private List<Wrong> all() throws IOException {
    List<Wrong> all = new ArrayList<>();
    all.add(picture("random bytes", noise(1 + random.nextInt(3_000))));
    all.add(picture("no bytes", new byte[0]));
    all.add(picture("a cut PNG", Arrays.copyOf(png, 8 + random.nextInt(png.length - 40))));
    all.add(picture("a cut JPEG", Arrays.copyOf(jpeg, 3 + random.nextInt(jpeg.length - 5))));
    all.add(picture("a PNG's signature and noise", spoilt(png, 8)));
    all.add(picture("a JPEG's signature and noise", spoilt(jpeg, 3)));
    all.add(picture("a GIF", "GIF89a\1\0\1\0\0\0\0;".getBytes(StandardCharsets.ISO_8859_1)));
    all.add(picture("a PNG that claims 3.6 billion pixels", claiming(60_000, 60_000)));
    all.add(picture("a PNG that claims 26 million pixels", claiming(26_000, 1_000)));
    all.add(picture("a PNG of no width", claiming(0, 28)));
    all.add(picture("a PNG of negative height", claiming(28, -5)));
    all.add(wrong("too long", 413, post("image/png", noise(1_000_001 + random.nextInt(500_000)))));
    all.add(wrong("another type", 415, post("text/plain", png)));
    all.add(wrong("no type", 415, request("POST /predict", "Content-Length: 3", "abc")));
    all.add(
        wrong(
            "an unknown query",
            400,
            request("POST /predict?x=" + random.nextInt(), pngHead(), "")));
    all.add(wrong("a wrong query", 400, request("POST /predict?invert=often", pngHead(), "")));
    all.add(wrong("an unknown path", 404, request("GET /" + random.nextInt(), "X: y", "")));
    all.add(wrong("a path upwards", 404, request("GET /../../etc/passwd", "X: y", "")));
    for (String method : List.of("GET", "PUT", "DELETE", "OPTIONS", "PATCH", "BREW")) {
      all.add(wrong(method, 405, request(method + " /predict", "X: y", "")));
    }
    all.add(wrong("a post to the page", 405, request("POST /", "Content-Length: 1", "x")));
    all.add(json("no JSON", "pixels"));
    all.add(json("a list", "[1, 2]"));
    all.add(json("another key", "{\"image\": []}"));
    all.add(json("no rows", "{\"pixels\": []}"));
    all.add(json("a short row", "{\"pixels\": [[1, 2, 3]]}"));
    all.add(json("text", valid().replaceFirst("0", "\"1\"")));
    all.add(json("a fraction", valid().replaceFirst("0", "0.5")));
    all.add(json("too bright", valid().replaceFirst("0", "256")));
    all.add(json("a negative", valid().replaceFirst("0", "-1")));
    all.add(json("a number of many digits", "{\"pixels\": [[" + "9".repeat(5_000) + "]]}"));
    all.add(json("cut", "{\"pixels\": [[1, 2"));
    all.add(json("deep", "{\"pixels\": " + "[".repeat(100_000)));
    all.add(json("deep objects", "{\"a\":".repeat(100_000)));
    all.add(json("too much", valid() + "x"));
    all.add(json("no UTF-8", "\u00ff\u00fe{"));
    all.add(
        wrong("a body that ends too soon", 400, request("POST /predict", pngHead("5000"), "abc")));
    all.add(
        wrong(
            "a body that is longer", 400, request("POST /predict", pngHead("9"), "abcdefghijkl")));
    all.add(
        wrong(
            "a broken chunk",
            400,
            request(
                "POST /predict",
                "Content-Type: image/png\r\nTransfer-Encoding: chunked",
                "zz\r\n")));
    all.add(noHttp("noise", noise(1 + random.nextInt(500))));
    all.add(
        noHttp(
            "a line of noise", (random.nextLong() + "\r\n\r\n").getBytes(StandardCharsets.UTF_8)));
    all.add(noHttp("no version", "GET /\r\n\r\n".getBytes(StandardCharsets.UTF_8)));
    all.add(noHttp("TLS", new byte[] {22, 3, 1, 2, 0, 1, 0, 1, (byte) 252, 3, 3}));
    all.add(noHttp("a length that is none", request("POST /predict", pngHead("many"), "abc")));
    all.add(noHttp("a negative length", request("POST /predict", pngHead("-5"), "abc")));
    all.add(noHttp("a broken address", request("GET /%zz", "X: y", "")));
    all.add(noHttp("a huge header", request("GET /", "X: " + "y".repeat(200_000), "")));
    all.add(noHttp("many headers", request("GET /", headers(500), "")));
    all.add(noHttp("a header without a name", request("GET /", ": y", "")));
    return all;
  }

  @Test
  void whoSendsABodyTooSlowlyIsToldSoAndOthersAreServedMeanwhile() throws Exception {
    List<Socket> slow = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      Socket socket = served.socket();
      socket.getOutputStream().write(request("POST /predict", pngHead("5000"), "abc"));
      slow.add(socket);
    }
    long start = System.nanoTime();
    for (int i = 0; i < 20; i++) {
      assertThat(served.post("/predict", "image/png", png).statusCode()).isEqualTo(200);
    }
    assertThat((System.nanoTime() - start) / 1e9).as("seconds").isLessThan(0.9);
    for (Socket socket : slow) {
      String reply = Served.read(socket);
      assertThat(reply).startsWith("HTTP/1.1 408").contains("did not arrive within 1 s");
      socket.close();
    }
  }

  @Test
  void whoPromisesMoreThanTheySendIsToldSo() throws Exception {
    assertThat(served.raw(request("POST /predict", pngHead("5000"), "abc")))
        .startsWith("HTTP/1.1 400")
        .contains("The body ends before its Content-Length");
  }

  /** No answer is possible to what has not been asked: the connection is closed. */
  @Test
  void whoSendsAHeaderTooSlowlyIsDisconnected() throws Exception {
    try (Socket socket = served.socket()) {
      OutputStream out = socket.getOutputStream();
      out.write("POST /predict HTTP/1.1\r\nHo".getBytes(StandardCharsets.US_ASCII));
      out.flush();

      assertThat(Served.read(socket)).isEmpty();
    }
  }

  private Wrong picture(String kind, byte[] body) {
    return wrong(kind, 400, post(random.nextBoolean() ? "image/png" : "image/jpeg", body));
  }

  private static Wrong json(String kind, String body) {
    return wrong(kind, 400, post("application/json", body.getBytes(StandardCharsets.ISO_8859_1)));
  }

  private static Wrong noHttp(String kind, byte[] bytes) {
    return wrong(kind, 0, bytes);
  }

  private static Wrong wrong(String kind, int status, byte[] bytes) {
    return new Wrong(kind, status, ByteBuffer.wrap(bytes));
  }

  private static byte[] post(String type, byte[] body) {
    byte[] head =
        request(
            "POST /predict", "Content-Type: " + type + "\r\nContent-Length: " + body.length, "");
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(head);
    all.writeBytes(body);
    return all.toByteArray();
  }

  private static byte[] request(String line, String headers, String body) {
    return (line + " HTTP/1.1\r\nHost: x\r\n" + headers + "\r\n\r\n" + body)
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  private static String headers(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "X" + i + ": y")
        .collect(Collectors.joining("\r\n"));
  }

  private static String pngHead() {
    return pngHead("0");
  }

  private static String pngHead(String length) {
    return "Content-Type: image/png\r\nContent-Length: " + length;
  }

  private static String valid() {
    String row = "[0" + ",0".repeat(27) + "]";
    return "{\"pixels\": [" + row + ("," + row).repeat(27) + "]}";
  }

  private byte[] noise(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    bytes[0] = 0; // neither a picture's signature nor a method
    return bytes;
  }

  private byte[] spoilt(byte[] picture, int kept) {
    byte[] bytes = noise(picture.length);
    System.arraycopy(picture, 0, bytes, 0, kept);
    return bytes;
  }

  private static byte[] claiming(int width, int height) {
    byte[] bytes = png.clone();
    ByteBuffer.wrap(bytes).putInt(16, width).putInt(20, height);
    CRC32 crc = new CRC32();
    crc.update(bytes, 12, 17);
    ByteBuffer.wrap(bytes).putInt(29, (int) crc.getValue());
    return bytes;
  }

  private static long heap() throws InterruptedException {
    System.gc();
    Thread.sleep(50);
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
