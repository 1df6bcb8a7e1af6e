package stoffprobe.torture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.util.ArrayList;
import java.util.List;

/** Ctrl-C, and what a system sends before it shuts down, in each stage. */
final class Signals {

  private static final int INTERRUPTED = 130;
  private static final double SECONDS_OF_INT = 2;
  private static final double SECONDS_OF_TERM = 5;

  private Signals() {}

  static List<Trial> trials(Setting setting) {
    List<Trial> trials = new ArrayList<>();
    for (String stage : Extent.ALL.stages()) {
      for (String signal : List.of("INT", "TERM")) {
        double share = 0.8 * setting.random().nextDouble();
        trials.add(
            new Trial(
                "SIG" + signal + " in " + stage, ground -> send(ground, signal, stage, share)));
      }
    }
    return setting.scale().some(trials, 1, setting.random());
  }

  private static void send(Ground ground, String signal, String stage, double share)
      throws Exception {
    double delay = share * seconds(ground, stage);
    Ended ended;
    do {
      Ground.delete(ground.root());
      ground.finished(Extent.ALL);
      Ground.delete(ground.root().resolve(Extent.FOLDERS.get(stage)));
      // A shell lets what it starts in the background ignore Ctrl-C, and Java leaves it at that.
      Running run = ground.start(ground.program().after("env", "--default-signal=INT,TERM"));
      run.await(stage + ": runs");
      run.lives(Math.round(1000 * delay));
      run.signal(signal);
      ended = run.ended();
      delay /= 2;
    } while (ended.exitCode() == 0);
    assertThat(ended.exitCode()).as("%s", ended).isEqualTo(INTERRUPTED);
    assertThat(ended.seconds())
        .as("seconds from the signal to the end%n%s", ended)
        .isLessThan((signal.equals("INT") ? SECONDS_OF_INT : SECONDS_OF_TERM) * crowd());
    assertThat(ended.err()).contains("Interrupted");
    Aftermath.assertPlain(ended);
    Aftermath.isGood(ground, Extent.ALL);
  }

  /** How many times slower than promised a process may be, as others want the cores too. */
  private static double crowd() {
    OperatingSystemMXBean system = ManagementFactory.getOperatingSystemMXBean();
    int ownProcesses = 2 * system.getAvailableProcessors();
    return Math.max(1, system.getSystemLoadAverage() / ownProcesses);
  }

  /** How long the stage took when nothing disturbed it. */
  private static double seconds(Ground ground, String stage) throws IOException {
    return new ObjectMapper()
        .readTree(
            ground
                .reference()
                .root()
                .resolve(Extent.FOLDERS.get(stage))
                .resolve("manifest.json")
                .toFile())
        .get("seconds")
        .asDouble();
  }
}
