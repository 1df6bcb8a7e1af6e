/** IDX and NPY files, images and labels in memory. */
@NullMarked
package stoffprobe.data;

import org.jspecify.annotations.NullMarked;
