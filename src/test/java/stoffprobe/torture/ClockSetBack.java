package stoffprobe.torture;

import java.time.Clock;
import java.time.Duration;

/** What {@link FaultLoader} puts in the place of the program's clock, years off. */
public final class ClockSetBack {

  private ClockSetBack() {}

  /** Stands for {@link Clock#systemUTC}. */
  public static Clock systemUTC() {
    return Clock.offset(Clock.systemUTC(), Duration.ofDays(Integer.getInteger("clock.days", 0)));
  }
}
