package stoffprobe;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/** A Spark master, workers and drivers: processes of their own on this machine. */
final class Machines implements AutoCloseable {

  private static final Path BUILT = Path.of("target").toAbsolutePath();
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final Path folder;
  private final int port;
  private final List<Process> started = new ArrayList<>();

  private Machines(Path folder, int port) {
    this.folder = folder;
    this.port = port;
  }

  /** Starts a master. */
  static Machines start(Path folder) throws Exception {
    if (!Files.exists(BUILT.resolve("spark/stoffprobe-spark.jar"))) {
      throw new IllegalStateException("The program is not built: make build SPARK=1");
    }
    Machines machines = new Machines(folder, freePort());
    machines.spark(
        "master.log",
        "org.apache.spark.deploy.master.Master",
        "--port",
        String.valueOf(machines.port),
        "--webui-port",
        "0");
    machines.until(() -> machines.log("master.log").contains("I have been elected leader"));
    return machines;
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }

  String master() {
    return "spark://127.0.0.1:" + port;
  }

  /** A machine with one core. */
  Process worker(String name) throws Exception {
    Path work = Files.createDirectories(folder.resolve(name));
    Process worker =
        spark(
            name + ".log",
            "org.apache.spark.deploy.worker.Worker",
            "--cores",
            "1",
            "--memory",
            "1g",
            "--webui-port",
            "0",
            "--work-dir",
            work.toString(),
            master());
    until(() -> log(name + ".log").contains("Successfully registered with master"));
    return worker;
  }

  private Process spark(String log, String main, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    for (String name : List.of("java.lang", "java.nio", "java.util", "sun.nio.ch")) {
      command.add("--add-opens=java.base/" + name + "=ALL-UNNAMED");
    }
    command.addAll(List.of("-Xmx256m", "-cp", BUILT + "/spark/jars/*", main));
    command.addAll(List.of("--host", "127.0.0.1"));
    command.addAll(List.of(arguments));
    return start(log, command);
  }

  /** The program, with the cluster for its master. */
  Process program(String log, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(BUILT.resolve("stoffprobe").toString());
    command.addAll(List.of(arguments));
    command.addAll(List.of("--spark", master()));
    return start(log, command);
  }

  private Process start(String log, List<String> command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
    builder.environment().put("SPARK_HOME", BUILT.resolve("spark").toString());
    builder.environment().put("SPARK_SCALA_VERSION", "2.13");
    Process process = builder.redirectOutput(folder.resolve(log).toFile()).start();
    started.add(process);
    return process;
  }

  String log(String name) throws IOException {
    return Files.readString(folder.resolve(name));
  }

  /** The executors of a worker. */
  static List<ProcessHandle> executors(Process worker) {
    return worker
        .descendants()
        .filter(process -> process.info().commandLine().orElse("").contains("ExecutorBackend"))
        .toList();
  }

  /** Kills an executor at once; gives what it had started itself. */
  static List<ProcessHandle> kill(ProcessHandle executor) {
    List<ProcessHandle> children = executor.descendants().toList();
    executor.destroyForcibly();
    return children;
  }

  void until(Callable<Boolean> condition) throws Exception {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.call()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("waited in vain; the logs are in " + folder);
      }
      Thread.sleep(50);
    }
  }

  @Override
  public void close() {
    for (Process process : started) {
      Stream.concat(process.descendants(), Stream.of(process.toHandle()))
          .toList()
          .forEach(ProcessHandle::destroyForcibly);
    }
  }
}
