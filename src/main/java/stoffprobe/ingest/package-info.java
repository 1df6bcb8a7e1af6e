/** The first stage: the verified data set, wherever its source files are. */
@NullMarked
package stoffprobe.ingest;

import org.jspecify.annotations.NullMarked;
