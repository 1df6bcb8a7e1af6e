/** The programs that run in a process of their own and measure this project's side. */
@NullMarked
package stoffprobe.bench.program;

import org.jspecify.annotations.NullMarked;
