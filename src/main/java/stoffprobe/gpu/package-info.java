/**
 * Whether TensorFlow's GPU library can use a GPU of this machine, and if not, why: told from files
 * and from what the driver's own program says, without starting TensorFlow. Knows nothing of the
 * rest of the project.
 */
@NullMarked
package stoffprobe.gpu;

import org.jspecify.annotations.NullMarked;
