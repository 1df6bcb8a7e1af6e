package stoffprobe.engine;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Locale;

/**
 * The real disk with a fault at one step, in a process of its own: {@code FaultLoader} puts this
 * class in the place of {@link DiskOperations}. Unlike {@link FaultyOperations} it doesn't pretend:
 * the kernel ends the process.
 *
 * <p>The system property {@code fault} says which: {@code TRACE FILE}, {@code KILL_BEFORE STEP},
 * {@code KILL_HALF_WAY STEP}, {@code DISK_FULL STEP} or {@code FLIP STEP FILE}; steps count from 1.
 */
final class FaultPoints implements FileOperations {

  /** What happens. */
  public enum Fault {
    /** Nothing; every step is written to a file as a line with its kind and path. */
    TRACE,
    KILL_BEFORE,
    /** Half of a write reaches the disk. */
    KILL_HALF_WAY,
    /** From this step on. */
    DISK_FULL,
    /** A bit of a file changes just before the step, as if another program wrote to it. */
    FLIP
  }

  private final FileOperations disk = new DiskOperations();
  private final Fault fault;
  private final int faultyStep;
  private final Path file;
  private int steps;

  FaultPoints() {
    String[] words = System.getProperty("fault", "").split(" ", 2);
    fault = Fault.valueOf(words[0]);
    String[] rest = words[1].split(" ", 2);
    faultyStep = fault == Fault.TRACE ? 0 : Integer.parseInt(rest[0]);
    file = Path.of(fault == Fault.TRACE ? words[1] : fault == Fault.FLIP ? rest[1] : "");
  }

  @Override
  public void createFolder(Path folder) throws IOException {
    step("CREATE", folder, () -> disk.createFolder(folder), () -> {});
  }

  @Override
  public void write(Path path, byte[] content) throws IOException {
    step("WRITE", path, () -> disk.write(path, content), () -> disk.write(path, half(content)));
  }

  @Override
  public void append(Path path, byte[] content) throws IOException {
    step("APPEND", path, () -> disk.append(path, content), () -> disk.append(path, half(content)));
  }

  @Override
  public void sync(Path path) throws IOException {
    step("SYNC", path, () -> disk.sync(path), () -> {});
  }

  @Override
  public void rename(Path from, Path to) throws IOException {
    step("RENAME", to, () -> disk.rename(from, to), () -> {});
  }

  @Override
  public void delete(Path path) throws IOException {
    step("DELETE", path, () -> disk.delete(path), () -> {});
  }

  private interface Action {
    void run() throws IOException;
  }

  private void step(String kind, Path path, Action whole, Action half) throws IOException {
    steps++;
    boolean here = steps == faultyStep;
    switch (fault) {
      case TRACE -> trace(kind + " " + path + "\n");
      case KILL_BEFORE -> {
        if (here) {
          die();
        }
      }
      case KILL_HALF_WAY -> {
        if (here) {
          half.run();
          die();
        }
      }
      case DISK_FULL -> {
        if (steps >= faultyStep && !kind.equals("DELETE")) {
          half.run();
          throw new FileSystemException(path.toString(), null, "No space left on device");
        }
      }
      case FLIP -> {
        if (here) {
          flip();
        }
      }
    }
    whole.run();
  }

  private void trace(String line) throws IOException {
    Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  private void flip() throws IOException {
    byte[] content = Files.readAllBytes(file);
    content[content.length / 2] ^= 1;
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.write(java.nio.ByteBuffer.wrap(content)); // in place, as a mapped file sees it
    }
  }

  /** SIGKILL: no handler, no hook, no finally. */
  private static void die() throws IOException {
    String pid = String.format(Locale.ROOT, "%d", ProcessHandle.current().pid());
    new ProcessBuilder("kill", "-KILL", pid).start();
    while (true) {
      Thread.onSpinWait();
    }
  }

  private static byte[] half(byte[] content) {
    return Arrays.copyOf(content, content.length / 2);
  }
}
