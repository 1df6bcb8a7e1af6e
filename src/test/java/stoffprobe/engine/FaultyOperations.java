package stoffprobe.engine;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Arrays;

/** The real disk until a chosen step, and then a dead process or a full disk. */
final class FaultyOperations implements FileOperations {

  /** A kill after a step is one before the next. */
  enum Fault {
    KILLED_BEFORE,
    KILLED_HALF_WAY,
    DENIED,
    DISK_FULL_ONCE,
    DISK_FULL
  }

  /** Stands for the end of the process: nothing catches it, and nothing reaches the disk after. */
  static final class Killed extends Error {}

  private final FileOperations disk = new DiskOperations();
  private final int faultyStep;
  private final Fault fault;
  private int steps;
  private boolean dead;

  FaultyOperations(int faultyStep, Fault fault) {
    this.faultyStep = faultyStep;
    this.fault = fault;
  }

  /** Whether the chosen step was reached. */
  boolean struck() {
    return steps >= faultyStep;
  }

  @Override
  public void createFolder(Path folder) throws IOException {
    step(folder, () -> disk.createFolder(folder), () -> {});
  }

  @Override
  public void write(Path file, byte[] content) throws IOException {
    step(file, () -> disk.write(file, content), () -> disk.write(file, half(content)));
  }

  @Override
  public void append(Path file, byte[] content) throws IOException {
    step(file, () -> disk.append(file, content), () -> disk.append(file, half(content)));
  }

  @Override
  public void sync(Path path) throws IOException {
    step(path, () -> {}, () -> {}); // only a power cut would show the difference
  }

  @Override
  public void rename(Path from, Path to) throws IOException {
    step(to, () -> disk.rename(from, to), () -> {});
  }

  @Override
  public void delete(Path path) throws IOException {
    if (fault.name().startsWith("DISK_FULL")) {
      disk.delete(path); // a full disk lets go of things
    } else {
      step(path, () -> disk.delete(path), () -> {});
    }
  }

  private interface Action {
    void run() throws IOException;
  }

  private void step(Path path, Action whole, Action half) throws IOException {
    if (dead) {
      throw new Killed();
    }
    steps++;
    boolean here = steps == faultyStep;
    if (fault == Fault.DENIED && here) {
      throw new AccessDeniedException(path.toString());
    }
    if ((fault == Fault.DISK_FULL_ONCE && here) || (fault == Fault.DISK_FULL && struck())) {
      half.run();
      throw new FileSystemException(path.toString(), null, "No space left on device");
    }
    dead = here && fault.name().startsWith("KILLED");
    if (dead && fault == Fault.KILLED_BEFORE) {
      throw new Killed();
    }
    if (dead && fault == Fault.KILLED_HALF_WAY) {
      half.run();
      throw new Killed();
    }
    whole.run();
  }

  private static byte[] half(byte[] content) {
    return Arrays.copyOf(content, content.length / 2);
  }
}
