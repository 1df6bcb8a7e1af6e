/** The second stage: counts, samples and a first look. */
@NullMarked
package stoffprobe.explore;

import org.jspecify.annotations.NullMarked;
