package stoffprobe.nightly.chart;

import java.time.Instant;
import stoffprobe.nightly.Verdict;

/**
 * A night on an axis of dates.
 *
 * @param started when it began
 * @param kind the class of its verdict
 */
public record Occasion(Instant started, Verdict.Kind kind) {}
