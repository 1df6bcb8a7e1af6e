/** A local server that answers what a model says of a picture, on the JDK's own HTTP server. */
@NullMarked
package stoffprobe.serve;

import org.jspecify.annotations.NullMarked;
