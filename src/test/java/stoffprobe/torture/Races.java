package stoffprobe.torture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Runs that want the same output folder at the same time. */
final class Races {

  private static final int LOCKED = 5;

  private Races() {}

  static List<Trial> trials(Setting setting) {
    if (setting.scale() == Scale.SHORT) {
      return List.of(new Trial("two", ground -> refused(ground, 2, Extent.TRAINING)));
    }
    return List.of(
        new Trial("two", ground -> refused(ground, 2, Extent.ALL)),
        new Trial("five", ground -> refused(ground, 5, Extent.ALL)),
        new Trial("two, waiting", ground -> wait(ground, 2)),
        new Trial("five, waiting", ground -> wait(ground, 5)),
        new Trial("one waits for one that is killed", Races::inherit));
  }

  private static void refused(Ground ground, int count, Extent extent) throws Exception {
    List<Running> runs = start(ground, count, extent.named());
    List<Ended> ended = new ArrayList<>();
    long winner = 0;
    for (Running run : runs) {
      ended.add(run.ended());
      if (ended.get(ended.size() - 1).exitCode() == 0) {
        winner = run.pid();
      }
    }
    assertThat(ended.stream().map(Ended::exitCode).sorted().toList())
        .as("%s", ended)
        .hasSize(count)
        .startsWith(0)
        .endsWith(LOCKED)
        .containsOnlyOnce(0)
        .containsOnly(0, LOCKED);
    for (Ended run : ended) {
      if (run.exitCode() == LOCKED) {
        assertThat(run.err()).contains(" is in use by process " + winner + ", which began at 20");
      }
    }
    Aftermath.isGood(ground, extent);
  }

  private static void wait(Ground ground, int count) throws Exception {
    for (Running run : start(ground, count, "--wait")) {
      Ended ended = run.ended();
      assertThat(ended.exitCode()).as("%s", ended).isZero();
    }
    List<JsonNode> lines = Aftermath.journal(ground.root());
    assertThat(lines).hasSize(count);
    assertThat(lines.get(0).at("/stages").findValuesAsText("result")).containsOnly("ran");
    for (JsonNode line : lines.subList(1, count)) {
      assertThat(line.at("/stages").findValuesAsText("result")).containsOnly("up to date");
    }
    Aftermath.isGood(ground, Extent.ALL);
  }

  private static void inherit(Ground ground) throws Exception {
    Running first = ground.start(ground.program());
    first.await("train-mlp: runs");
    Running second = ground.start(ground.program(), "--wait");
    second.await("is in use by process " + first.pid());
    second.await("waiting until that has ended");
    first.signal("KILL");
    assertThat(first.ended().exitCode()).isEqualTo(Ended.KILLED);
    Ended ended = second.ended();
    assertThat(ended.exitCode()).as("%s", ended).isZero();
    Aftermath.isGood(ground, Extent.ALL);
  }

  private static List<Running> start(Ground ground, int count, String... arguments)
      throws Exception {
    List<Running> runs = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      runs.add(ground.start(ground.program(), arguments));
    }
    return runs;
  }
}
