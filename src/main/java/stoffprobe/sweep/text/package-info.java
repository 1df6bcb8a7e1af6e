/** What a sweep's page says, in German and in English. */
@NullMarked
package stoffprobe.sweep.text;

import org.jspecify.annotations.NullMarked;
