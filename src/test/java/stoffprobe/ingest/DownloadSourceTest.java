package stoffprobe.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stoffprobe.config.DatasetSettings.SourceFile;

class DownloadSourceTest {

  private static final List<SourceFile> WANTED = Fixture.hashed().files().all();

  @TempDir Path folder;
  private HttpServer server;
  private String address;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    address =
        "http://"
            + InetAddress.getLoopbackAddress().getHostAddress()
            + ":"
            + server.getAddress().getPort();
    server.createContext("/data/train-i.gz", exchange -> answer(exchange, 200, "images"));
    server.createContext("/data/train-l.gz", exchange -> answer(exchange, 404, "not here"));
    server.createContext(
        "/data/test-i.gz",
        exchange -> {
          exchange.getResponseHeaders().add("Location", "/data/train-i.gz");
          answer(exchange, 302, "");
        });
    server.createContext("/data/test-l.gz", exchange -> answer(exchange, 500, "sorry"));
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Test
  void fetchesWhatIsOfferedAndTellsTheStatusOfTheRest() throws IOException {
    Map<String, String> failures =
        new DownloadSource(address + "/data", HttpDownloads.DEFAULT).fetch(WANTED, folder);

    assertThat(failures)
        .containsOnly(
            Map.entry("train-l", "the server answers with HTTP status 404"),
            Map.entry("test-l", "the server answers with HTTP status 500"));
    assertThat(folder.resolve("train-i.gz")).hasContent("images");
    assertThat(folder.resolve("test-i.gz")).hasContent("images");
    assertThat(folder.resolve("train-l.gz")).doesNotExist();
  }

  @Test
  void addressMayEndInASlash() throws IOException {
    new DownloadSource(address + "/data/", HttpDownloads.DEFAULT)
        .fetch(WANTED.subList(0, 1), folder);

    assertThat(folder.resolve("train-i.gz")).hasContent("images");
  }

  @Test
  void serverThatRefusesIsTheReason() {
    server.stop(0);

    assertThatThrownBy(
            () -> new DownloadSource(address, HttpDownloads.DEFAULT).fetch(WANTED, folder))
        .isInstanceOf(IOException.class)
        .hasMessage("no connection to " + InetAddress.getLoopbackAddress().getHostAddress());
  }

  @Test
  void hostThatNobodyKnowsIsTheReason() {
    assertThatThrownBy(
            () ->
                new DownloadSource("http://no-such-host.invalid", HttpDownloads.DEFAULT)
                    .fetch(WANTED, folder))
        .isInstanceOf(IOException.class)
        .hasMessage("no connection to no-such-host.invalid");
  }

  @Test
  void serverThatNeverAnswersIsGivenUp() throws IOException {
    HttpDownloads impatient = new HttpDownloads(Duration.ofSeconds(5), Duration.ofSeconds(1));
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String silentAddress =
          "http://" + silent.getInetAddress().getHostAddress() + ":" + silent.getLocalPort();

      assertThatThrownBy(() -> new DownloadSource(silentAddress, impatient).fetch(WANTED, folder))
          .isInstanceOf(IOException.class)
          .hasMessage("no complete answer within 1 s");
    }
  }

  @Test
  void addressThatIsNoneIsTheReason() {
    for (String wrong : List.of("file:///etc", "not an address", "ftp://x")) {
      assertThatThrownBy(
              () -> new DownloadSource(wrong, HttpDownloads.DEFAULT).fetch(WANTED, folder))
          .isInstanceOf(IOException.class)
          .hasMessageStartingWith("no valid http address");
    }
  }
}
