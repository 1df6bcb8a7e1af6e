/** The pipeline file as validated, immutable records; nothing here reads data or runs anything. */
@NullMarked
package stoffprobe.config;

import org.jspecify.annotations.NullMarked;
