package stoffprobe.report.chart;

import java.util.List;

/** Stub. */
public record ModelCurves(String model, List<EpochPoint> epochs) {}
