package stoffprobe.serve;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Serves a model over HTTP: {@code POST /predict}, {@code GET /model}, {@code /health}, {@code
 * /metrics}, and a page at {@code /}. Errors are JSON: {@code {"error": "..."}}.
 *
 * <p>What is no HTTP at all is answered by the JDK's server, with 400 or by closing the connection.
 */
public final class PredictionServer implements AutoCloseable {

  /** Of the page: only what comes from here, and the pictures that the user chose or drew. */
  static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
          + " img-src 'self' data: blob:; base-uri 'none'; form-action 'none';"
          + " frame-ancestors 'none'";

  private static final int BACKLOG = 256;
  private static final long IDLE_SECONDS = 30;

  private final HttpServer server;
  private final Requests requests;
  private final ExecutorService workers;
  private final ScheduledExecutorService clock;
  private final Duration grace;

  private PredictionServer(
      HttpServer server,
      Requests requests,
      ExecutorService workers,
      ScheduledExecutorService clock,
      Duration grace) {
    this.server = server;
    this.requests = requests;
    this.workers = workers;
    this.clock = clock;
    this.grace = grace;
  }

  /**
   * Starts it.
   *
   * @param host name or address of this machine to listen at
   * @param port 0 for any that is free
   * @throws IOException if there is no such address here, or the port is taken or not allowed
   */
  public static PredictionServer start(ServedModel model, String host, int port, Limits limits)
      throws IOException {
    configure(limits);
    HttpServer server = bound(host, port);
    ScheduledExecutorService clock = Executors.newScheduledThreadPool(1, daemons("serve-clock"));
    ThreadPoolExecutor workers =
        new ThreadPoolExecutor(
            limits.threads(),
            limits.threads(),
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            daemons("serve"));
    workers.allowCoreThreadTimeOut(true);
    Requests requests = new Requests(model, limits, clock);
    server.createContext("/", requests);
    server.setExecutor(workers);
    server.start();
    return new PredictionServer(server, requests, workers, clock, limits.grace());
  }

  /** The port that it listens at. */
  public int port() {
    return server.getAddress().getPort();
  }

  /** Where a browser finds the page. */
  public String address() {
    InetAddress address = server.getAddress().getAddress();
    String host = address.isAnyLocalAddress() ? "localhost" : address.getHostAddress();
    return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port() + "/";
  }

  /** Refuses what comes, waits for what is under way, at most for the limit's grace, and stops. */
  @Override
  public void close() {
    requests.stop();
    long end = System.nanoTime() + grace.toNanos();
    try {
      while (requests.underWay() > 0 && System.nanoTime() < end) {
        Thread.sleep(10);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    server.stop(0);
    workers.shutdownNow();
    clock.shutdownNow();
  }

  /**
   * The JDK's server reads these when it is used first. A header has to arrive in the time that a
   * body has, and a second more, so that who is late with a body hears of it before the connection
   * is closed.
   */
  private static void configure(Limits limits) {
    set("sun.net.httpserver.maxReqTime", limits.body().toSeconds() + 1);
    set("sun.net.httpserver.maxRspTime", 2 * IDLE_SECONDS);
    set("sun.net.httpserver.idleInterval", IDLE_SECONDS);
    // Who sends what is refused is heard out for a while, or would not get to read why.
    set("sun.net.httpserver.drainAmount", 4L * limits.bodyBytes());
    set("sun.net.httpserver.maxReqHeaders", 100);
    set("sun.net.httpserver.maxReqHeaderSize", 32_768);
    set("jdk.httpserver.maxConnections", 2L * limits.threads());
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private static void set(String property, long value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, Long.toString(value));
    }
  }

  private static HttpServer bound(String host, int port) throws IOException {
    try {
      return HttpServer.create(new InetSocketAddress(InetAddress.getByName(host), port), BACKLOG);
    } catch (UnknownHostException e) {
      throw new IOException(
          "There is no address '" + host + "'. --host takes one of this machine's.", e);
    } catch (BindException e) {
      String reason = String.valueOf(e.getMessage());
      if (reason.contains("in use")) {
        throw new IOException(
            "Port " + port + " of " + host + " is taken. Choose another one with --port.", e);
      }
      throw new IOException(
          "The server can't listen at port "
              + port
              + " of "
              + host
              + ": "
              + reason
              + ". Choose another one with --port or --host.",
          e);
    }
  }

  private static ThreadFactory daemons(String name) {
    return work -> {
      Thread thread = new Thread(work, name);
      thread.setDaemon(true);
      return thread;
    };
  }
}
