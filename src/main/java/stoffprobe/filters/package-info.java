/** The filters of a network's first convolution: what they look for, and what they respond to. */
@NullMarked
package stoffprobe.filters;

import org.jspecify.annotations.NullMarked;
