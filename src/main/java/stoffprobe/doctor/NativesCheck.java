package stoffprobe.doctor;

import java.util.List;
import java.util.function.Predicate;

/**
 * Whether the native library beside the program is the one that the program was built for: another
 * one may lie there after a build went wrong or files were copied by hand.
 *
 * @param built the library's name, as the build wrote it down
 * @param present tells whether the class path has a resource
 */
record NativesCheck(String built, Predicate<String> present) {

  private static final String FOLDER = "org/tensorflow/internal/c_api/";

  private static final List<String> KNOWN =
      List.of("linux-x86_64", "linux-x86_64-gpu", "linux-arm64", "macosx-arm64", "windows-x86_64");

  Finding examine() {
    List<String> found =
        KNOWN.stream().filter(name -> present.test(FOLDER + name + "/LICENSE")).toList();
    return found.equals(List.of(built))
        ? Finding.works("TensorFlow's library", built + ", as built")
        : Finding.fails(
            "TensorFlow's library",
            (found.isEmpty() ? "none" : String.join(", ", found)) + ", but built for " + built,
            "Build again: 'make clean build'.");
  }

  /** For the class path of this program. */
  static NativesCheck of(String built) {
    ClassLoader loader = NativesCheck.class.getClassLoader();
    return new NativesCheck(built, name -> loader.getResource(name) != null);
  }
}
