/** The figures of a night's page: metrics beside their tolerances, and the history. */
@NullMarked
package stoffprobe.nightly.chart;

import org.jspecify.annotations.NullMarked;
