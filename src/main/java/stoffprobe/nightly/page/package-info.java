/** {@code nightly.html}. */
@NullMarked
package stoffprobe.nightly.page;

import org.jspecify.annotations.NullMarked;
