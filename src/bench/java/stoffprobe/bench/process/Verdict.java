package stoffprobe.bench.process;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Whether a benchmark's figures can be trusted.
 *
 * @param trusted whether the machine was quiet throughout
 * @param text the same as a sentence or two
 */
public record Verdict(boolean trusted, String text) {

  /** Judges by all looks at the load; without any, nothing can be said and nothing is trusted. */
  public static Verdict of(List<Load> loads) {
    if (loads.isEmpty()) {
      return new Verdict(
          false,
          "The load of this machine can't be seen (no /proc/stat): whether these figures can be"
              + " trusted is not known.");
    }
    List<Load> busy = loads.stream().filter(load -> !load.quiet()).toList();
    Load worst = loads.stream().max(Comparator.comparingDouble(Verdict::disturbance)).orElseThrow();
    if (busy.isEmpty()) {
      return new Verdict(
          true,
          String.format(
              Locale.ROOT,
              "The machine was quiet: other programs and virtual machines never took more than"
                  + " %.1f %% of its cores.",
              disturbance(worst)));
    }
    return new Verdict(
        false,
        String.format(
            Locale.ROOT,
            "THESE FIGURES ARE NOT TO BE TRUSTED: the machine was busy in %d of %d looks, most"
                + " during %s (other programs %.1f %% of the cores, other virtual machines %.1f %%)."
                + " Run it again on a quiet machine.",
            busy.size(),
            loads.size(),
            worst.when(),
            worst.foreignPercent(),
            worst.stolenPercent()));
  }

  private static double disturbance(Load load) {
    return Math.max(load.foreignPercent(), load.stolenPercent());
  }
}
