/** Programs to be measured as processes of their own, and the load of the machine meanwhile. */
@NullMarked
package stoffprobe.bench.process;

import org.jspecify.annotations.NullMarked;
