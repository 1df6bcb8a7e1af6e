/** The third stage: the arrays that training feeds, their normalisation and their split. */
@NullMarked
package stoffprobe.preprocess;

import org.jspecify.annotations.NullMarked;
