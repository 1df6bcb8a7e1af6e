package stoffprobe.gpu;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Programs of this machine. One that hangs, as {@code nvidia-smi} does on a lost card, is ended.
 */
record SystemPrograms(int seconds) implements Programs {

  @Override
  public Optional<String> output(String... command) {
    try {
      // A file and not a pipe: a child that outlives its parent would keep a pipe open.
      Path file = Files.createTempFile("stoffprobe", ".txt");
      try {
        return run(command, file);
      } finally {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      return Optional.empty(); // not installed: nothing is told
    }
  }

  private Optional<String> run(String[] command, Path file) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectOutput(file.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put("LC_ALL", "C");
    Process process = builder.start();
    try {
      boolean well = process.waitFor(seconds, TimeUnit.SECONDS) && process.exitValue() == 0;
      return well
          ? Optional.of(new String(Files.readAllBytes(file), StandardCharsets.UTF_8))
          : Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } finally {
      process.destroyForcibly();
    }
  }
}
