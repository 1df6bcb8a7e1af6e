package stoffprobe.serve;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import javax.imageio.ImageIO;
import stoffprobe.Sample;
import stoffprobe.SmokeModel;
import stoffprobe.data.Idx;
import stoffprobe.data.Images;
import stoffprobe.predict.Classifier;
import stoffprobe.predict.ModelFolder;

/** A server with the small model, and ways to ask it. */
final class Served implements AutoCloseable {

  private final HttpClient client = HttpClient.newHttpClient();
  private final Classifier classifier;
  private final PredictionServer server;

  Served(Limits limits) throws IOException {
    classifier = Classifier.open(SmokeModel.folder());
    server =
        PredictionServer.start(
            new ServedModel(
                "cnn",
                classifier,
                Optional.of(ModelFolder.read(SmokeModel.folder()).classes()),
                classifier.invert(),
                limits),
            "127.0.0.1",
            0,
            limits);
  }

  /** Small enough for tests that go beyond. */
  static Limits limits() {
    return new Limits(
        1_000_000, 25_000_000, Duration.ofSeconds(1), 64, 64, Duration.ofMillis(3_500));
  }

  PredictionServer server() {
    return server;
  }

  Classifier classifier() {
    return classifier;
  }

  URI uri(String path) {
    return URI.create(server.address()).resolve(path);
  }

  HttpResponse<String> get(String path) throws Exception {
    return client.send(
        HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofString());
  }

  HttpResponse<String> post(String path, String type, byte[] body) throws Exception {
    return client.send(
        HttpRequest.newBuilder(uri(path))
            .header("Content-Type", type)
            .timeout(Duration.ofSeconds(20))
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  Socket socket() throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
    socket.setSoTimeout(10_000);
    return socket;
  }

  /** Sends bytes as they are; what comes back until the server closes the connection. */
  String raw(byte[] bytes) throws IOException {
    try (Socket socket = socket()) {
      try {
        socket.getOutputStream().write(bytes);
        socket.shutdownOutput();
      } catch (IOException e) {
        // The server may close while we still send; it may have answered first.
      }
      return read(socket);
    }
  }

  static String read(Socket socket) throws IOException {
    try {
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (java.net.SocketException e) {
      return ""; // closed with what we sent still unread
    }
  }

  static Images testImages() throws IOException {
    return Idx.readImages(Sample.folder().resolve("t10k-images-idx3-ubyte.gz")).values();
  }

  /** A test image as the PNG or JPEG file that a client sends. */
  static byte[] picture(byte[] pixels, String format) throws IOException {
    BufferedImage image = new BufferedImage(28, 28, BufferedImage.TYPE_BYTE_GRAY);
    image.getRaster().setDataElements(0, 0, 28, 28, pixels);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, format, out);
    return out.toByteArray();
  }

  @Override
  public void close() {
    server.close();
    classifier.close();
  }
}
