/** {@code sweep.html}. */
@NullMarked
package stoffprobe.sweep.page;

import org.jspecify.annotations.NullMarked;
