package stoffprobe.gpu;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import stoffprobe.gpu.CudaLibrary.Origin;
import stoffprobe.gpu.Obstacle.Part;

/** Whether the loader finds every library that TensorFlow's GPU library opens. */
record LibraryRequirements(Machine machine) {

  private static final String PREFIX = "libcudnn.so.";

  Optional<Obstacle> obstacle() {
    if (!(machine.library(CudaLibrary.DRIVER) instanceof Location.Found)) {
      return obstacle(
          "the driver's own library " + CudaLibrary.DRIVER.file() + " is missing.",
          "In a container, start it with its GPUs (docker run --gpus all); else install the whole"
              + " driver (Debian: libcuda1; Ubuntu: libnvidia-compute-VERSION).");
    }
    List<String> missing = new ArrayList<>();
    List<String> folders = new ArrayList<>();
    for (CudaLibrary library : CudaLibrary.values()) {
      Location location = machine.library(library);
      if (location instanceof Location.Missing) {
        missing.add(library.file());
      } else if (location instanceof Location.OutOfReach away) {
        folders.add(String.valueOf(away.file().getParent()));
      }
    }
    if (!missing.isEmpty()) {
      return obstacle(missing(missing), install());
    }
    if (!folders.isEmpty()) {
      return obstacle(
          "CUDA's libraries are in " + folders.get(0) + ", where the loader does not look.",
          "Add that folder to LD_LIBRARY_PATH.");
    }
    return cudnn()
        .filter(version -> version.isBefore(Requirements.OLDEST_CUDNN))
        .flatMap(
            version ->
                obstacle(
                    "cuDNN " + version + " is too old.",
                    "Install cuDNN " + Requirements.OLDEST_CUDNN + " or newer for CUDA 12."));
  }

  /** cuDNN's version, where links lead from {@code libcudnn.so.9} to a file that tells it. */
  private Optional<Version> cudnn() {
    if (machine.library(CudaLibrary.DNN) instanceof Location.Found found) {
      Path name = found.real().getFileName();
      String text = String.valueOf(name);
      return text.startsWith(PREFIX)
          ? Version.in(text.substring(PREFIX.length()))
          : Optional.empty();
    }
    return Optional.empty();
  }

  private String missing(List<String> files) {
    boolean older =
        !(machine.libraries().getOrDefault(CudaLibrary.CUDA_11, new Location.Missing())
            instanceof Location.Missing);
    return (older ? "CUDA 11 is installed, but CUDA 12 is needed: " : "libraries are missing: ")
        + String.join(", ", files)
        + ".";
  }

  private String install() {
    boolean cudnnAlone =
        Arrays.stream(CudaLibrary.values())
            .filter(library -> machine.library(library) instanceof Location.Missing)
            .allMatch(library -> library.origin() == Origin.CUDNN);
    return "Install "
        + (cudnnAlone ? "cuDNN 9 for CUDA 12" : "CUDA 12 and cuDNN 9")
        + ", or let the build bring both (2 GB): 'make clean build CUDA=1'.";
  }

  private static Optional<Obstacle> obstacle(String reason, String advice) {
    return Optional.of(new Obstacle(Part.LIBRARIES, reason, advice));
  }
}
