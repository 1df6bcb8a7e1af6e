/**
 * Statistics over several trainings: how results spread over seeds, and what that allows to say.
 */
@NullMarked
package stoffprobe.statistics.runs;

import org.jspecify.annotations.NullMarked;
