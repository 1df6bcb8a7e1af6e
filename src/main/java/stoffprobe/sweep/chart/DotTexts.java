package stoffprobe.sweep.chart;

import stoffprobe.report.text.Bilingual;

/**
 * What a figure of runs says of itself.
 *
 * @param title above it
 * @param axis below it, with the unit
 * @param differences whether its values are differences of shares, with a sign, rather than shares
 */
public record DotTexts(Bilingual title, Bilingual axis, boolean differences) {}
