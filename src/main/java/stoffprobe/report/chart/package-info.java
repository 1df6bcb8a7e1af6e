/** The report's figures: JFreeChart drawings as SVG for the page and as PNG for slides. */
@NullMarked
package stoffprobe.report.chart;

import org.jspecify.annotations.NullMarked;
