package stoffprobe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The server as a program: started, asked, and ended by a signal. */
final class ServeProcessTest {

  @Test
  void aSignalLetsItFinishWhatItBeganAndEndWell() throws Exception {
    Process process =
        ProgramProcess.start(
            "serve", "--model-folder", SmokeModel.folder().toString(), "--port", "0");
    try (BufferedReader lines = process.inputReader()) {
      String address = lines.readLine();
      while (address != null && !address.startsWith("http")) {
        address = lines.readLine();
      }
      assertThat(address).matches("http://127\\.0\\.0\\.1:\\d+/");
      String body = "{\"pixels\": [[0]]}";
      try (Socket socket =
          new Socket(InetAddress.getLoopbackAddress(), URI.create(address).getPort())) {
        OutputStream out = socket.getOutputStream();
        out.write(
            ("POST /predict HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                    + "Content-Length: "
                    + body.length()
                    + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        out.flush();
        Thread.sleep(300);
        process.destroy(); // SIGTERM
        Thread.sleep(300);
        assertThat(process.isAlive()).isTrue();
        out.write(body.getBytes(StandardCharsets.US_ASCII));
        out.flush();

        String reply = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(reply).startsWith("HTTP/1.1 400").contains("row 0, column 1");
      }
      assertThat(process.waitFor(5, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isZero();
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void aTakenPortIsAPlainErrorAndAWrongOneWrongUsage() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      CommandLineRun run =
          CommandLineRun.of(
              "serve",
              "--model-folder",
              SmokeModel.folder().toString(),
              "--port",
              String.valueOf(taken.getLocalPort()));

      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(run.err()).contains("taken").contains("--port").doesNotContain("Exception");
    }
    CommandLineRun wrong = CommandLineRun.of("serve", "--model", "cnn", "--port", "70000");
    assertThat(wrong.exitCode()).isEqualTo(2);
    assertThat(wrong.err()).contains("70000", "65535");
  }
}
