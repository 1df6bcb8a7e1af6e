/**
 * Many trainings, here or on other machines, and what they tell together: each is a pipeline of its
 * own with one model, in a folder of its own. Where they are carried out is behind {@link
 * stoffprobe.sweep.Workers}.
 */
@NullMarked
package stoffprobe.sweep;

import org.jspecify.annotations.NullMarked;
