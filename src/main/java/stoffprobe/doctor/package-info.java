/** What of this machine works, what does not, and what to do about it. */
@NullMarked
package stoffprobe.doctor;

import org.jspecify.annotations.NullMarked;
