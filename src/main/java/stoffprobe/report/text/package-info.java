/** The report's sentences in German and English, a topic a class; they follow the data. */
@NullMarked
package stoffprobe.report.text;

import org.jspecify.annotations.NullMarked;
