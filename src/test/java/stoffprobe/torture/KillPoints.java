package stoffprobe.torture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * SIGKILL before each step that the engine takes on disk, and half way through each write. A kill
 * after a step is one before the next.
 */
final class KillPoints {

  private static final String FEWER_SAMPLES = "explore --set explore.samples=7";

  /**
   * A run to be killed.
   *
   * @param before what is there before it
   * @param extent what has to come out in the end
   * @param arguments those of the killed run
   */
  private record Victim(String name, Extent extent, Trial.Body before, String arguments) {

    String[] words() {
      return arguments.split(" ");
    }

    @Override
    public String toString() {
      return name;
    }
  }

  private KillPoints() {}

  static List<Trial> trials(Setting setting) throws Exception {
    List<Trial> trials = new ArrayList<>();
    for (Victim victim : victims(setting.scale())) {
      trials.addAll(setting.scale().some(trials(setting, victim), 1, setting.random()));
    }
    return trials;
  }

  private static List<Victim> victims(Scale scale) {
    List<Victim> victims = new ArrayList<>();
    victims.add(new Victim("the first run", Extent.DATA, ground -> {}, "explore preprocess"));
    victims.add(
        new Victim(
            "a replacement", Extent.DATA, ground -> ground.finished(Extent.DATA), FEWER_SAMPLES));
    if (scale == Scale.LONG) {
      victims.add(
          new Victim("a recovery", Extent.DATA, KillPoints::killedBetweenRenames, "explore"));
      victims.add(
          new Victim(
              "a training", Extent.TRAINING, ground -> ground.finished(Extent.DATA), "train-mlp"));
      victims.add(
          new Victim(
              "an evaluation and report",
              Extent.ALL,
              ground -> ground.finished(Extent.ALL),
              "evaluate report --force"));
    }
    return victims;
  }

  private static List<Trial> trials(Setting setting, Victim victim) throws Exception {
    List<String> steps = steps(setting, victim.name(), victim.before(), victim.words());
    assertThat(steps).as("steps of %s", victim).hasSizeGreaterThan(10);
    List<Trial> trials = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      String step = steps.get(i);
      if (victim.extent() == Extent.ALL && i > 0 && alike(step, steps.get(i - 1))) {
        continue; // a hundred files are flushed and deleted; the other victims die at each of
        // theirs
      }
      trials.add(kill(victim, "KILL_BEFORE " + (i + 1), step));
      if (step.startsWith("WRITE") || step.startsWith("APPEND")) {
        trials.add(kill(victim, "KILL_HALF_WAY " + (i + 1), step));
      }
    }
    return trials;
  }

  private static boolean alike(String step, String before) {
    return (step.startsWith("SYNC") && before.startsWith("SYNC"))
        || (step.startsWith("DELETE") && before.startsWith("DELETE"));
  }

  private static Trial kill(Victim victim, String fault, String step) {
    return new Trial(
        victim + ": " + fault + " (" + step + ")",
        ground -> {
          victim.before().on(ground);
          Ended killed = ground.run(Program.withFault(fault), victim.words());
          assertThat(killed.exitCode()).as("%s", killed).isEqualTo(Ended.KILLED);
          if (victim.arguments().equals(FEWER_SAMPLES)) {
            assertOldOrNewIsThere(ground);
          }
          Aftermath.isGood(ground, victim.extent());
        });
  }

  /** Not a mixture, and not nothing. */
  private static void assertOldOrNewIsThere(Ground ground) {
    String plain = ground.status().get("explore");
    ground.with("--set", "explore.samples=7");
    String other = ground.status().get("explore");
    ground.plain();
    assertThat(List.of(plain, other)).containsOnlyOnce("up to date");
  }

  private static void killedBetweenRenames(Ground ground) throws Exception {
    ground.finished(Extent.DATA);
    int step = stepOf("RENAME", "output/smoke/2-explore", ground);
    Ended killed = ground.run(Program.withFault("KILL_BEFORE " + step), FEWER_SAMPLES.split(" "));
    assertThat(killed.exitCode()).as("%s", killed).isEqualTo(Ended.KILLED);
    assertThat(ground.root().resolve("2-explore")).doesNotExist();
    assertThat(ground.root().resolve(".staging/2-explore.old")).isDirectory();
  }

  private static int stepOf(String kind, String end, Ground ground) throws Exception {
    Path other = ground.folder().resolve("trace-of-steps");
    Ground trial = new Ground(ground.program(), ground.reference(), other);
    trial.finished(Extent.DATA);
    List<String> steps = traced(trial, FEWER_SAMPLES.split(" "));
    for (int i = 0; i < steps.size(); i++) {
      if (steps.get(i).startsWith(kind) && steps.get(i).endsWith(end)) {
        return i + 1;
      }
    }
    throw new AssertionError("no step " + kind + " ... " + end + " in " + steps);
  }

  /** The steps of a run that nothing happens to. */
  static List<String> steps(Setting setting, String name, Trial.Body before, String... arguments)
      throws Exception {
    Path folder = setting.folder().resolve("steps of " + name);
    Ground ground = new Ground(setting.program(), setting.reference(), folder);
    before.on(ground);
    return traced(ground, arguments);
  }

  private static List<String> traced(Ground ground, String... arguments) throws Exception {
    Files.createDirectories(ground.folder());
    Path trace = ground.folder().resolve("trace");
    Ended run = ground.run(Program.withFault("TRACE " + trace), arguments);
    assertThat(run.exitCode()).as("%s", run).isZero();
    return Files.readAllLines(trace);
  }
}
