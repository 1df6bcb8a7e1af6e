package stoffprobe.gpu;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What of a machine decides whether TensorFlow can use its GPU.
 *
 * @param nvidia whether NVIDIA's driver is there
 * @param driver its version, if it could be read
 * @param cards the cards that are known, perhaps none
 * @param visible the value of {@code CUDA_VISIBLE_DEVICES}, if it is set
 * @param libraries where each of {@link CudaLibrary} and what hints at CUDA 11 is
 */
public record Machine(
    boolean nvidia,
    Optional<Version> driver,
    List<Card> cards,
    Optional<String> visible,
    Map<String, Location> libraries) {

  private static final String DRIVER = "proc/driver/nvidia/version";
  private static final String CARDS = "proc/driver/nvidia/gpus";
  private static final int SECONDS = 10;

  public Machine {
    cards = List.copyOf(cards);
    libraries = Collections.unmodifiableMap(new LinkedHashMap<>(libraries));
  }

  /** The machine that this runs on. */
  public static Machine current(Map<String, String> environment) {
    return read(Path.of("/"), environment, new SystemPrograms(SECONDS));
  }

  /**
   * Reads a machine. Without a driver nothing else is looked at: it would tell nothing.
   *
   * @param root {@code /}, or a made-up machine's folder
   */
  static Machine read(Path root, Map<String, String> environment, Programs programs) {
    Optional<String> visible = Optional.ofNullable(environment.get("CUDA_VISIBLE_DEVICES"));
    Optional<String> driver = text(root.resolve(DRIVER));
    if (driver.isEmpty()) {
      return new Machine(false, Optional.empty(), List.of(), visible, Map.of());
    }
    NvidiaSmi smi =
        programs.output(NvidiaSmi.COMMAND).map(NvidiaSmi::parse).orElse(NvidiaSmi.SILENT);
    LibrarySearch search = LibrarySearch.of(root, environment, programs);
    Map<String, Location> libraries = new LinkedHashMap<>();
    for (CudaLibrary library : CudaLibrary.values()) {
      libraries.put(library.file(), search.find(library.file()));
    }
    libraries.put(CudaLibrary.CUDA_11, search.find(CudaLibrary.CUDA_11));
    return new Machine(
        true,
        Version.in(driver.get()).or(smi::driver),
        smi.cards().isEmpty() ? cards(root.resolve(CARDS)) : smi.cards(),
        visible,
        libraries);
  }

  /** Where a library is. */
  public Location library(CudaLibrary library) {
    return libraries.getOrDefault(library.file(), new Location.Missing());
  }

  /** What the driver's kernel module knows: a folder a card, whose file names the model. */
  private static List<Card> cards(Path folder) {
    List<Card> cards = new ArrayList<>();
    try (DirectoryStream<Path> found = Files.newDirectoryStream(folder)) {
      for (Path card : found) {
        text(card.resolve("information")).stream()
            .flatMap(String::lines)
            .filter(line -> line.startsWith("Model:"))
            .map(line -> Card.named(line.substring("Model:".length()).strip()))
            .forEach(cards::add);
      }
    } catch (IOException e) {
      return List.of(); // no card, or a container that hides it
    }
    return cards;
  }

  private static Optional<String> text(Path file) {
    try {
      return Optional.of(Files.readString(file));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
