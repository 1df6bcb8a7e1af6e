package stoffprobe.doctor;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The libraries that TensorFlow's GPU library loads by name: CUDA 12 and cuDNN 9.
 *
 * @param environment the process's environment variables
 */
record CudaLibraries(Map<String, String> environment) {

  private static final List<String> NAMES =
      List.of(
          "libcudart.so.12",
          "libcublas.so.12",
          "libcublasLt.so.12",
          "libcufft.so.11",
          "libcusolver.so.11",
          "libcusparse.so.12",
          "libcudnn.so.9");

  private static final List<String> PLACES =
      List.of(
          "/usr/local/cuda/lib64",
          "/usr/lib/x86_64-linux-gnu",
          "/usr/lib64",
          "/usr/lib",
          "/usr/local/lib");

  List<Finding> examine() {
    List<Finding> findings = new ArrayList<>();
    for (String name : NAMES) {
      Optional<Path> file = find(name);
      findings.add(
          file.isPresent()
              ? Finding.works(name, file.get().toString())
              : Finding.fails(
                  name,
                  "not found",
                  "Install CUDA 12 and cuDNN 9, or add their folder to LD_LIBRARY_PATH."));
    }
    return findings;
  }

  private Optional<Path> find(String name) {
    List<String> folders = new ArrayList<>();
    String path = Optional.ofNullable(environment.get("LD_LIBRARY_PATH")).orElse("");
    for (String folder : path.split(File.pathSeparator, -1)) {
      if (!folder.isEmpty()) {
        folders.add(folder);
      }
    }
    folders.addAll(PLACES);
    return folders.stream().map(folder -> Path.of(folder, name)).filter(Files::exists).findFirst();
  }
}
