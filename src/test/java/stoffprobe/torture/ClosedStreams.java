package stoffprobe.torture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

/**
 * Standard streams that are closed, or that no one reads any more. A file that is opened next would
 * get the number of a closed stream, and with it all that is printed.
 */
final class ClosedStreams {

  private ClosedStreams() {}

  static List<Trial> trials(Setting setting) {
    List<Trial> trials = new ArrayList<>();
    Extent extent = setting.scale().extent();
    for (String closed : List.of(">&-", "2>&-", ">&- 2>&-", "<&- >&- 2>&-")) {
      trials.add(new Trial("\"$@\" " + closed, ground -> run(ground, extent, "\"$@\" " + closed)));
    }
    for (String pipe : List.of("| head -1", "2>&1 | head -1", "2>&1 | true")) {
      String script = "\"$@\" " + pipe + "; exit ${PIPESTATUS[0]}";
      trials.add(new Trial("\"$@\" " + pipe, ground -> run(ground, extent, script)));
    }
    for (String question : List.of("status", "verify")) {
      trials.add(new Trial(question + " | true", ground -> ask(ground, question)));
    }
    if (setting.scale() == Scale.LONG) {
      trials.add(new Trial("make all | head -1", ClosedStreams::make));
    }
    return setting.scale().some(trials, 1, setting.random());
  }

  private static void run(Ground ground, Extent extent, String script) throws Exception {
    Ended run = ground.shell(script, command(ground, "run", extent.named()));
    assertThat(run.exitCode()).as("%s", run).isZero();
    assertThat(Aftermath.journal(ground.root())).hasSize(1);
    Aftermath.isGood(ground, extent);
  }

  private static void ask(Ground ground, String question) throws Exception {
    ground.finished(Extent.ALL);
    String script = "\"$@\" | true; exit ${PIPESTATUS[0]}";
    Ended answer = ground.shell(script, command(ground, question));
    assertThat(answer.exitCode()).as("%s", answer).isZero();
    Aftermath.assertPlain(answer);
    Aftermath.isGood(ground, Extent.ALL);
  }

  private static void make(Ground ground) throws Exception {
    String script = "make all PIPELINE=\"$1\" OUTPUT=\"$2\" 2>&1 | head -1; exit ${PIPESTATUS[0]}";
    Ended run = ground.shell(script, Ground.SMOKE, ground.output().toString());
    assertThat(run.exitCode()).as("%s", run).isZero();
    assertThat(run.out().lines()).hasSize(1);
    Aftermath.isGood(ground, Extent.ALL);
  }

  private static String[] command(Ground ground, String command, String... more) {
    return ground.program().with(ground.arguments(command, more)).toArray(String[]::new);
  }
}
