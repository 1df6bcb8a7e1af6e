package stoffprobe.ingest;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Downloads by the JDK's client.
 *
 * @param connect how long a connection may take to come about
 * @param total how long a file may take; the client itself limits no more than the time to the
 *     answer's first line
 */
public record HttpDownloads(Duration connect, Duration total) implements Downloads {

  /** Limits that suit 30 MB over a slow line, and a server that can't be reached. */
  public static final HttpDownloads DEFAULT =
      new HttpDownloads(Duration.ofSeconds(5), Duration.ofMinutes(3));

  private static final int OK = 200;

  @Override
  public int fetch(String address, Path target) throws IOException {
    HttpRequest request = request(address);
    HttpClient client =
        HttpClient.newBuilder()
            .connectTimeout(connect)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    CompletableFuture<HttpResponse<Path>> response =
        client.sendAsync(
            request,
            answer ->
                answer.statusCode() == OK
                    ? BodySubscribers.ofFile(target)
                    : BodySubscribers.replacing(target));
    try {
      return response.get(total.toMillis(), TimeUnit.MILLISECONDS).statusCode();
    } catch (TimeoutException e) {
      response.cancel(true);
      throw new IOException("no complete answer within " + total.toSeconds() + " s", e);
    } catch (InterruptedException e) {
      response.cancel(true);
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("while downloading");
    } catch (ExecutionException e) {
      throw new IOException(reason(Objects.requireNonNullElse(e.getCause(), e), request.uri()), e);
    }
  }

  private static HttpRequest request(String address) throws IOException {
    try {
      return HttpRequest.newBuilder(URI.create(address)).build();
    } catch (IllegalArgumentException e) {
      throw new IOException("no valid http address (" + e.getMessage() + ")", e);
    }
  }

  private String reason(Throwable cause, URI address) {
    if (cause instanceof HttpConnectTimeoutException) {
      return "no connection to " + address.getHost() + " within " + connect.toSeconds() + " s";
    }
    if (cause instanceof ConnectException) {
      // Its own message is null for a host that nobody knows.
      return "no connection to " + address.getHost();
    }
    return "the download broke off (" + cause.getMessage() + ")";
  }
}
