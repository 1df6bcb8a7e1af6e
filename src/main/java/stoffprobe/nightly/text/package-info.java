/** The sentences of a night's page, in German and in English. */
@NullMarked
package stoffprobe.nightly.text;

import org.jspecify.annotations.NullMarked;
