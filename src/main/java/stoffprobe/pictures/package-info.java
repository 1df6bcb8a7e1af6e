/** PNG and JPEG files as networks take them: decoded, held upright, fitted to one size. */
@NullMarked
package stoffprobe.pictures;

import org.jspecify.annotations.NullMarked;
