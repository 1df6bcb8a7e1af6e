/** The program's entry and its composition root: from a pipeline file to its stages. */
@NullMarked
package stoffprobe;

import org.jspecify.annotations.NullMarked;
