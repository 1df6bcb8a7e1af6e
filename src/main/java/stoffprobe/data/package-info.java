/** IDX, NPY, CSV and JSON files, images and labels in memory, and the seeded random numbers. */
@NullMarked
package stoffprobe.data;

import org.jspecify.annotations.NullMarked;
