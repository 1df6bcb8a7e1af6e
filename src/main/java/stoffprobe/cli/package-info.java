/** The command line: one picocli class a command, no logic. */
@NullMarked
package stoffprobe.cli;

import org.jspecify.annotations.NullMarked;
