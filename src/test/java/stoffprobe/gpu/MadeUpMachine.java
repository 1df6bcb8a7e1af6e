package stoffprobe.gpu;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A machine that does not exist: a folder that stands for {@code /}, environment variables, and
 * programs with their answers.
 *
 * <p>{@link #well} is one on which TensorFlow takes the GPU; a test breaks one thing of it.
 */
public final class MadeUpMachine {

  private static final String LIBRARIES = "usr/lib/x86_64-linux-gnu/";

  private final Path root;
  private final Map<String, String> environment = new HashMap<>();
  private final Map<String, String> programs = new HashMap<>();

  private MadeUpMachine(Path root) {
    this.root = root;
  }

  /** A machine with nothing on it. */
  public static MadeUpMachine bare(Path root) {
    return new MadeUpMachine(root);
  }

  /** An A100, a driver for CUDA 12.2, and all libraries in the system's folder. */
  public static MadeUpMachine well(Path root) {
    MadeUpMachine machine =
        bare(root).driver("535.161.08").card("NVIDIA A100-SXM4-40GB, 8.0, 535.161.08, 40960 MiB");
    for (CudaLibrary library : CudaLibrary.values()) {
      machine.file(LIBRARIES + library.file(), "");
    }
    return machine;
  }

  /** The kernel module's file, as the module of that version writes it. */
  public MadeUpMachine driver(String version) {
    return file(
        "proc/driver/nvidia/version",
        "NVRM version: NVIDIA UNIX x86_64 Kernel Module  "
            + version
            + "  Tue Mar  5 22:42:15 UTC 2024\n"
            + "GCC version:  gcc version 12.2.0 (Debian 12.2.0-14)\n");
  }

  /** Lines of {@code nvidia-smi}'s answer. */
  public MadeUpMachine card(String lines) {
    programs.put("nvidia-smi", lines + "\n");
    return this;
  }

  /** Takes {@code nvidia-smi} away. */
  public MadeUpMachine withoutSmi() {
    programs.remove("nvidia-smi");
    return this;
  }

  public MadeUpMachine ldconfig(String output) {
    programs.put("ldconfig", output);
    return this;
  }

  public MadeUpMachine variable(String name, String value) {
    environment.put(name, value);
    return this;
  }

  public MadeUpMachine file(String path, String content) {
    try {
      Path file = root.resolve(path);
      Files.createDirectories(file.getParent());
      Files.writeString(file, content);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Takes a library of {@link #well} away. */
  public MadeUpMachine without(CudaLibrary... libraries) {
    try {
      for (CudaLibrary library : libraries) {
        Files.delete(root.resolve(LIBRARIES + library.file()));
      }
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the program finds out about it. */
  public Machine read() {
    return Machine.read(
        root, environment, command -> Optional.ofNullable(programs.get(command[0])));
  }
}
