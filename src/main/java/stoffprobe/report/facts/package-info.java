/** What the report shows, as read from the files of the other stages; nothing here is computed. */
@NullMarked
package stoffprobe.report.facts;

import org.jspecify.annotations.NullMarked;
