package stoffprobe.engine;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/** One run of a pipeline by the holder of the lock. */
final class Run {

  private static final Logger LOG = LogManager.getLogger();

  private final RunRequest request;
  private final List<Stage> stages;
  private final Set<String> forced = new HashSet<>();
  private final Examiner examiner;
  private final Attempt attempt;
  private final Map<String, Examination> examined = new LinkedHashMap<>();
  private final List<StageRun> done = new ArrayList<>();
  private final PeakMemory memory = new PeakMemory();

  Run(StageList all, RunRequest request, Examiner examiner, Attempt attempt) {
    this.request = request;
    stages = all.withNeeds(request.stages());
    if (request.force()) {
      forced.addAll(request.stages().isEmpty() ? all.names() : request.stages());
    }
    this.examiner = examiner;
    this.attempt = attempt;
  }

  /**
   * Announces the stages, then brings each up to date.
   *
   * @param line told what was asked for and what came of it
   */
  void execute(Map<String, Object> line) throws IOException, StageException {
    line.put("requested", request.stages());
    line.put("force", request.force());
    line.put("stages", done); // grows with the run; the line is written at its end
    LOG.info("Stages: {}", stages.stream().map(Stage::name).collect(Collectors.joining(", ")));
    for (int i = 0; i < stages.size(); i++) {
      bringUpToDate(stages.get(i), "[" + (i + 1) + "/" + stages.size() + "]");
    }
  }

  /** What was done so far. */
  List<StageRun> done() {
    return List.copyOf(done);
  }

  private void bringUpToDate(Stage stage, String position) throws IOException, StageException {
    long start = System.nanoTime();
    if (Thread.currentThread().isInterrupted()) {
      throw new InterruptedIOException("Interrupted before " + stage.name() + ".");
    }
    Examination found = examiner.examine(stage, examined);
    List<String> reasons = new ArrayList<>(found.texts());
    if (forced.contains(stage.name())) {
      reasons.add("forced");
    }
    found.notes().forEach(note -> LOG.info("{} {}: note: {}", position, stage.name(), note));
    if (reasons.isEmpty()) {
      LOG.info("{} {}: up to date", position, stage.name());
      examined.put(stage.name(), found);
      record(stage, StageRun.Result.UP_TO_DATE, reasons, start);
      return;
    }
    LOG.info("{} {}: runs ({})", position, stage.name(), String.join("; ", reasons));
    Manifest manifest = attempt(stage, found, reasons, start);
    examined.put(stage.name(), found.replacedBy(manifest));
    double seconds = record(stage, StageRun.Result.RAN, reasons, start);
    LOG.info("{} {}: done in {} s", position, stage.name(), shown(seconds));
  }

  private Manifest attempt(Stage stage, Examination found, List<String> reasons, long start)
      throws StageException, InterruptedIOException {
    memory.restart();
    try {
      return attempt.run(stage, found.inputs(), forced.contains(stage.name()));
    } catch (InterruptedIOException e) {
      record(stage, StageRun.Result.INTERRUPTED, reasons, start);
      throw e;
    } catch (StageException e) {
      record(stage, StageRun.Result.FAILED, reasons, start);
      throw e;
    }
  }

  private double record(Stage stage, StageRun.Result result, List<String> reasons, long start) {
    double seconds = Seconds.since(start);
    Long peak = result == StageRun.Result.UP_TO_DATE ? null : memory.bytes().orElse(null);
    done.add(new StageRun(stage.name(), result, reasons, seconds, peak));
    return seconds;
  }

  private static String shown(double seconds) {
    return String.format(Locale.ROOT, "%.1f", seconds);
  }
}
