/** The figures of a sweep's page. */
@NullMarked
package stoffprobe.sweep.chart;

import org.jspecify.annotations.NullMarked;
