package stoffprobe.serve;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.jspecify.annotations.Nullable;

/** Answers every request: with what it asks for, or with a status and a plain reason. */
final class Requests implements HttpHandler {

  private static final Logger LOG = LogManager.getLogger();

  private static final String PREDICT = "/predict";

  /** For all bodies together: 256 MB. */
  private static final int BLOCKS = 4_096;

  private final ServedModel model;
  private final Limits limits;
  private final ScheduledExecutorService clock;
  private final Map<String, Reply> page = Page.replies();
  private final Metrics metrics = new Metrics();
  private final Semaphore memory = new Semaphore(BLOCKS);
  private final AtomicInteger underWay = new AtomicInteger();
  private volatile boolean stopping;

  Requests(ServedModel model, Limits limits, ScheduledExecutorService clock) throws IOException {
    this.model = model;
    this.limits = limits;
    this.clock = clock;
  }

  /** From now on, whatever is asked for, the answer is that the server stops. */
  void stop() {
    stopping = true;
  }

  /** Requests that have come and are not answered yet. */
  int underWay() {
    return underWay.get();
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    underWay.incrementAndGet();
    AtomicBoolean answered = new AtomicBoolean();
    ScheduledFuture<?> deadline =
        clock.schedule(
            () -> late(exchange, answered), limits.body().toMillis(), TimeUnit.MILLISECONDS);
    try {
      Reply reply = reply(exchange, deadline);
      if (answered.compareAndSet(false, true)) {
        send(exchange, reply);
      }
    } finally {
      underWay.decrementAndGet();
      deadline.cancel(false);
      exchange.close();
    }
  }

  private Reply reply(HttpExchange exchange, ScheduledFuture<?> deadline) throws IOException {
    try {
      if (stopping) {
        throw new Refusal(503, "The server is stopping.");
      }
      return asked(exchange, deadline);
    } catch (Refusal refusal) {
      return Reply.refused(refusal);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Reply.refused(new Refusal(503, "The server is stopping.", e));
    } catch (RuntimeException | OutOfMemoryError e) {
      LOG.error("a request to {} failed", exchange.getRequestURI().getPath(), e);
      return Reply.refused(new Refusal(500, "The server failed. Its log says why.", e));
    }
  }

  private Reply asked(HttpExchange exchange, ScheduledFuture<?> deadline)
      throws IOException, Refusal, InterruptedException {
    String path = String.valueOf(exchange.getRequestURI().getPath());
    if (path.equals(PREDICT)) {
      allow(exchange, Set.of("POST"));
      return predict(exchange, deadline);
    }
    Reply file = page.get(path);
    if (file == null && !Set.of("/health", "/metrics", "/model").contains(path)) {
      throw new Refusal(
          404, "There is nothing here. Known are /, /predict, /model, /health and /metrics.");
    }
    allow(exchange, Set.of("GET", "HEAD"));
    if (file != null) {
      return file;
    }
    return switch (path) {
      case "/health" -> Reply.json(200, Map.of("status", "ok"));
      case "/metrics" -> new Reply(200, Metrics.TYPE, metrics.text(model.present()));
      default -> Reply.json(200, model.description());
    };
  }

  private Reply predict(HttpExchange exchange, ScheduledFuture<?> deadline)
      throws IOException, Refusal, InterruptedException {
    ServedModel.Kind kind = kind(exchange.getRequestHeaders().getFirst("Content-Type"));
    Query query = Query.parse(exchange.getRequestURI().getRawQuery());
    try (RequestBody body = new RequestBody(limits.bodyBytes(), memory)) {
      byte[] bytes = body.read(exchange.getRequestBody());
      deadline.cancel(false); // from here on, what takes long is not the client's fault
      long start = System.nanoTime();
      Map<String, Object> answer = model.answer(kind, bytes, query);
      boolean unlike = Boolean.TRUE.equals(answer.get("unlike"));
      metrics.classified(
          (Integer) answer.getOrDefault("class", -1), unlike, System.nanoTime() - start);
      return Reply.json(200, answer);
    }
  }

  private static ServedModel.Kind kind(@Nullable String header) throws Refusal {
    String type = header == null ? "" : header.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    return switch (type) {
      case "image/png", "image/jpeg" -> ServedModel.Kind.PICTURE;
      case "application/json" -> ServedModel.Kind.PIXELS;
      default ->
          throw new Refusal(
              415, "The Content-Type has to be image/png, image/jpeg or application/json.");
    };
  }

  private static void allow(HttpExchange exchange, Set<String> methods) throws Refusal {
    if (!methods.contains(exchange.getRequestMethod())) {
      String allowed = String.join(", ", methods.stream().sorted().toList());
      exchange.getResponseHeaders().set("Allow", allowed);
      throw new Refusal(405, "Here one can only " + allowed + ".");
    }
  }

  /** Tells a client that sends too slowly; the JDK's server then closes the connection. */
  private void late(HttpExchange exchange, AtomicBoolean answered) {
    if (answered.compareAndSet(false, true)) {
      try {
        String message = "The body did not arrive within " + limits.body().toSeconds() + " s.";
        send(exchange, Reply.refused(new Refusal(408, message)));
      } catch (IOException e) {
        LOG.debug("a slow client has gone", e);
      }
    }
  }

  private void send(HttpExchange exchange, Reply reply) throws IOException {
    byte[] content = reply.bytes();
    boolean head = exchange.getRequestMethod().equals("HEAD");
    exchange.getResponseHeaders().set("Content-Type", reply.type());
    exchange.getResponseHeaders().set("Cache-Control", "no-store");
    exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
    if (reply.type().startsWith("text/html")) {
      exchange.getResponseHeaders().set("Content-Security-Policy", PredictionServer.POLICY);
      exchange.getResponseHeaders().set("Referrer-Policy", "no-referrer");
    }
    if (reply.status() >= 400) {
      exchange.getResponseHeaders().set("Connection", "close");
    }
    metrics.answered(known(exchange.getRequestURI().getPath()), reply.status());
    exchange.sendResponseHeaders(reply.status(), head ? -1 : content.length);
    if (!head) {
      exchange.getResponseBody().write(content);
      exchange.getResponseBody().flush();
    }
  }

  private String known(@Nullable String path) {
    boolean known =
        path != null
            && (page.containsKey(path)
                || Set.of(PREDICT, "/health", "/metrics", "/model").contains(path));
    return known ? String.valueOf(path) : "other";
  }
}
