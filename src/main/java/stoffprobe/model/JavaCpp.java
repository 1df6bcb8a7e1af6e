package stoffprobe.model;

import java.util.List;

/** Settings of JavaCPP, through which Java calls TensorFlow's library. */
final class JavaCpp {

  /** In both spellings that it reads. */
  private static final List<String> LIMITS =
      List.of(
          "org.bytedeco.javacpp.maxbytes",
          "org.bytedeco.javacpp.maxBytes",
          "org.bytedeco.javacpp.maxphysicalbytes",
          "org.bytedeco.javacpp.maxPhysicalBytes");

  private JavaCpp() {}

  /**
   * Turns off the limits of native memory, unless the user set one. They follow from the size of
   * the Java heap, though tensors don't lie in it; and to keep them, JavaCPP asks the operating
   * system how much memory the process has whenever it makes a pointer that frees something, which
   * happens several times in each run of a session. Has no effect once JavaCPP is loaded.
   */
  static void withoutMemoryLimits() {
    if (LIMITS.stream().noneMatch(name -> System.getProperty(name) != null)) {
      LIMITS.forEach(name -> System.setProperty(name, "0"));
    }
  }
}
