package stoffprobe.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import stoffprobe.bench.process.Program;

/**
 * The programs that are measured, and the folders that they work in. All of them get the same
 * environment.
 *
 * @param target where the build left them
 * @param python an interpreter that has PyTorch, if there is one
 */
record Programs(Path target, Optional<String> python) {

  /** As Maven names it: the only system that the peer's libraries are fetched for. */
  private static final String PEER_LIBRARIES = "linux-x86_64.jar";

  /** A tensor lies outside the Java heap, so that a small one is enough. */
  private static final String HEAP = "-Xmx256m";

  /** Where the program's own runs of the benchmark go; never the user's output. */
  Path output(String name) {
    return target.resolve("bench").resolve("output").resolve(name);
  }

  /** Where the peer keeps a trained model. */
  Path peerModel(String model) {
    return target.resolve("bench").resolve("peer").resolve(model);
  }

  /** Whether the peer's libraries are there and run on this system. */
  boolean hasPeer() {
    String[] libraries =
        target.resolve("bench/lib").toFile().list((folder, name) -> name.endsWith(PEER_LIBRARIES));
    return System.getProperty("os.name").equals("Linux")
        && System.getProperty("os.arch").equals("amd64")
        && libraries != null
        && libraries.length > 0;
  }

  /** This project as a user runs it. */
  Program launcher(String name, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(target.resolve("stoffprobe").toAbsolutePath().toString());
    command.addAll(arguments);
    return new Program(name + ", ours", command, environment());
  }

  /** A program of {@code stoffprobe.bench.program}. */
  Program own(String name, String main, List<Object> arguments) {
    String classPath = String.join(":", classes(), jar(), target.resolve("lib") + "/*");
    return java(name + ", ours", classPath, "stoffprobe.bench.program." + main, arguments);
  }

  /** A program of {@code stoffprobe.bench.peer}. */
  Program peer(String name, String main, List<Object> arguments) {
    String classPath =
        String.join(
            ":",
            classes(),
            target.resolve("bench/lib") + "/*",
            jar(),
            target.resolve("lib") + "/*");
    return java(name + ", peer", classPath, "stoffprobe.bench.peer." + main, arguments);
  }

  /** Trains the peer's network with all cores, and saves it. */
  Program peerTraining(String model, Path arrays, int epochs) {
    return peer(
        "training " + model,
        "PeerTraining",
        List.of(model, arrays, epochs, cores(), peerModel(model)));
  }

  /** Measures the peer's classification: everything with all cores, or latency with one thread. */
  Program peerClassification(String model, Path arrays, boolean all) {
    return peer(
        (all ? "classification " : "one thread's latency ") + model,
        "PeerClassification",
        List.of(model, peerModel(model), arrays, all ? cores() : 1, all ? "all" : "latency"));
  }

  /** The notebook's loop, with an interpreter that is there. */
  Program notebook(String name, List<Object> arguments) {
    List<String> command = new ArrayList<>(Python.command(python.orElseThrow()));
    command.add("src/bench/python/notebook_loop.py");
    arguments.forEach(argument -> command.add(argument.toString()));
    return new Program(name + ", notebook", command, environment());
  }

  private Program java(String name, String classPath, String main, List<Object> arguments) {
    Path folder = target.resolve("bench");
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                HEAP,
                "-Djava.awt.headless=true",
                "-Djna.tmpdir=" + folder.toAbsolutePath(),
                "-cp",
                classPath,
                main));
    arguments.forEach(argument -> command.add(argument.toString()));
    return new Program(name, command, environment());
  }

  private static int cores() {
    return Runtime.getRuntime().availableProcessors();
  }

  private String classes() {
    return target.resolve("bench/classes").toString();
  }

  private String jar() {
    return target.resolve("stoffprobe.jar").toString();
  }

  private Map<String, String> environment() {
    String engines = target.resolve("bench/engine").toAbsolutePath().toString();
    return Map.ofEntries(
        // The peer gains about 15 % if glibc keeps freed tensors; so both sides get it.
        Map.entry("MALLOC_MMAP_THRESHOLD_", "33554432"),
        Map.entry("MALLOC_TRIM_THRESHOLD_", "2147483648"),
        // As the launcher sets them.
        Map.entry("TF_ENABLE_ONEDNN_OPTS", "1"),
        Map.entry("TF_DETERMINISTIC_OPS", "1"),
        Map.entry("TF_CPP_MIN_LOG_LEVEL", "2"),
        // Processor against processor: a card would be ours alone.
        Map.entry("CUDA_VISIBLE_DEVICES", "-1"),
        Map.entry("DJL_CACHE_DIR", engines),
        Map.entry("ENGINE_CACHE_DIR", engines));
  }
}
