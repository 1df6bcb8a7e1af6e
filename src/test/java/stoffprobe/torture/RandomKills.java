package stoffprobe.torture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** SIGKILL at instants spread over the whole of a run: of a first one, and of one that replaces. */
final class RandomKills {

  private RandomKills() {}

  static List<Trial> trials(Setting setting) {
    int count = setting.scale().count(30, 1);
    List<Trial> trials = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double share = (i + setting.random().nextDouble()) / count;
      boolean first = i % 2 == 0;
      String name = first ? "a first run" : "a run that replaces all";
      trials.add(
          new Trial(
              String.format(Locale.ROOT, "%s, at %.0f %% of it", name, 100 * share),
              ground -> kill(ground, share * setting.reference().seconds(), first)));
    }
    return trials;
  }

  private static void kill(Ground ground, double seconds, boolean first) throws Exception {
    Ended ended;
    double instant = seconds;
    do {
      Ground.delete(ground.root());
      if (!first) {
        ground.finished(Extent.ALL);
      }
      Running run =
          ground.start(ground.program(), first ? new String[0] : new String[] {"--force"});
      if (run.lives(Math.round(1000 * instant))) {
        run.signal("KILL");
      }
      ended = run.ended();
      instant *= 0.8; // it may have been faster than the undisturbed run
    } while (ended.exitCode() == 0);
    assertThat(ended.exitCode()).as("%s", ended).isEqualTo(Ended.KILLED);
    Aftermath.isGood(ground, Extent.ALL);
  }
}
