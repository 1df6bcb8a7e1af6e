package stoffprobe.engine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Three stages on a text: {@code copy} takes it in, {@code upper} turns it into capitals and says
 * how often, {@code count} counts the letters. Tests replace stages as they need.
 */
final class ToyPipeline {

  final Path root;
  final List<String> ran = new ArrayList<>();
  String text = "stoff";
  Clock clock = Clock.systemUTC();
  ToyStage copy =
      ToyStage.of("copy", "1-copy", List.of(source()), this::copy).parameter("seed", 42);
  ToyStage upper =
      ToyStage.of("upper", "2-upper", List.of(new Input.StageFiles("copy", "*.txt")), this::upper)
          .parameter("times", 1);
  ToyStage count =
      ToyStage.of("count", "3-count", List.of(new Input.StageFiles("upper", "**")), this::count);

  ToyPipeline(Path root) {
    this.root = root;
  }

  Engine engine() {
    return engine(new DiskOperations());
  }

  Engine engine(FileOperations files) {
    return new Engine(root, List.of(copy, upper, count), Progress.NONE, clock, files);
  }

  /** Runs and returns the names of the stages that worked. */
  List<String> run(String... stages) throws Exception {
    ran.clear();
    engine().run(new RunRequest(List.of(stages), false, false));
    return List.copyOf(ran);
  }

  List<String> force(String... stages) throws Exception {
    ran.clear();
    engine().run(new RunRequest(List.of(stages), true, false));
    return List.copyOf(ran);
  }

  List<String> reasons(String stage) throws IOException {
    return status(stage).reasons();
  }

  StageStatus status(String stage) throws IOException {
    return engine().status().stream()
        .filter(s -> s.stage().equals(stage))
        .findFirst()
        .orElseThrow();
  }

  String read(String path) throws IOException {
    return Files.readString(root.resolve(path));
  }

  void write(String path, String content) throws IOException {
    Files.writeString(root.resolve(path), content);
  }

  private Input source() {
    return new Input.External(
        "source", () -> Optional.of(Sha256.of(text.getBytes(StandardCharsets.UTF_8))));
  }

  private void copy(Workspace workspace) throws IOException {
    ran.add("copy");
    Files.writeString(workspace.output("text.txt"), text);
  }

  private void upper(Workspace workspace) throws IOException {
    ran.add("upper");
    String read = Files.readString(workspace.input("1-copy", "text.txt"));
    int times = (int) upper.parameters().get("times");
    Files.createDirectories(workspace.output("deep/er"));
    Files.writeString(
        workspace.output("deep/er/upper.txt"), read.toUpperCase(Locale.ROOT).repeat(times));
    Files.writeString(workspace.output("times.txt"), "" + times);
  }

  private void count(Workspace workspace) throws IOException {
    ran.add("count");
    int letters = Files.readString(workspace.input("2-upper", "deep/er/upper.txt")).length();
    Files.writeString(workspace.output("count.txt"), "" + letters);
  }
}
