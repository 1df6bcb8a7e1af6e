package stoffprobe.bench.program;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;

/**
 * Puts a running {@code stoffprobe serve} under load and tells how fast it answers: each client
 * sends the same picture again as soon as it has its answer, on one connection.
 *
 * <pre>{@code
 * java src/bench/java/stoffprobe/bench/program/ServeLoad.java http://127.0.0.1:8080/ shirt.png 8 10
 * }</pre>
 */
public final class ServeLoad {

  private static final int WARM_UP_SECONDS = 3;

  private static final String HEAD =
      "POST /predict HTTP/1.1\r\nHost: localhost\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n";

  private ServeLoad() {}

  /** Takes the server's address, a PNG or JPEG file, the number of clients, and seconds. */
  public static void main(String[] args) throws Exception {
    int port = URI.create(args[0]).getPort();
    byte[] request = request(Path.of(args[1]));
    int clients = Integer.parseInt(args[2]);
    int seconds = Integer.parseInt(args[3]);
    times(port, request, clients, WARM_UP_SECONDS);
    long[] nanos = times(port, request, clients, seconds);
    System.out.printf(
        Locale.ROOT,
        "%d clients: %.0f requests a second, p50 %.2f ms, p99 %.2f ms, longest %.1f ms%n",
        clients,
        nanos.length / (double) seconds,
        nanos[nanos.length / 2] / 1e6,
        nanos[(int) (nanos.length * 0.99)] / 1e6,
        nanos[nanos.length - 1] / 1e6);
  }

  private static byte[] request(Path picture) throws IOException {
    byte[] body = Files.readAllBytes(picture);
    String type = picture.toString().endsWith(".png") ? "image/png" : "image/jpeg";
    byte[] head = HEAD.formatted(type, body.length).getBytes(StandardCharsets.US_ASCII);
    byte[] request = new byte[head.length + body.length];
    System.arraycopy(head, 0, request, 0, head.length);
    System.arraycopy(body, 0, request, head.length, body.length);
    return request;
  }

  /** Of each request, sorted. */
  private static long[] times(int port, byte[] request, int clients, int seconds) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(clients);
    long end = System.nanoTime() + seconds * 1_000_000_000L;
    List<Future<List<Long>>> all = new ArrayList<>();
    for (int i = 0; i < clients; i++) {
      all.add(threads.submit(() -> client(port, request, end)));
    }
    LongStream.Builder nanos = LongStream.builder();
    for (Future<List<Long>> one : all) {
      one.get().forEach(nanos::add);
    }
    threads.shutdown();
    return nanos.build().sorted().toArray();
  }

  private static List<Long> client(int port, byte[] request, long end) throws IOException {
    List<Long> nanos = new ArrayList<>();
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setTcpNoDelay(true);
      OutputStream out = socket.getOutputStream();
      InputStream in = new BufferedInputStream(socket.getInputStream());
      while (System.nanoTime() < end) {
        long start = System.nanoTime();
        out.write(request);
        answer(in);
        nanos.add(System.nanoTime() - start);
      }
    }
    return nanos;
  }

  private static void answer(InputStream in) throws IOException {
    String status = line(in);
    if (!status.startsWith("HTTP/1.1 200")) {
      throw new IOException("the server answered " + status);
    }
    int length = 0;
    for (String header = line(in); !header.isEmpty(); header = line(in)) {
      if (header.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
        length = Integer.parseInt(header.substring("content-length:".length()).strip());
      }
    }
    in.skipNBytes(length);
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }
}
