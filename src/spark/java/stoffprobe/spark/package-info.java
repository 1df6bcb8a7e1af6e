/**
 * The work of {@link stoffprobe.cluster} on Apache Spark. What is sent to executors refers to the
 * program's classes only once {@link stoffprobe.spark.Program} has brought them there.
 */
@NullMarked
package stoffprobe.spark;

import org.jspecify.annotations.NullMarked;
