package stoffprobe.evaluate;

import java.util.Optional;
import stoffprobe.config.ClassNames;
import stoffprobe.config.Invert;

/**
 * What all models of a pipeline have in common.
 *
 * @param pipeline the pipeline's name
 * @param seed the pipeline's
 * @param title of the data set
 * @param license of the data set
 * @param classes the classes' names
 * @param invert which pictures are turned into their negatives before a model sees them
 */
public record Experiment(
    String pipeline,
    long seed,
    String title,
    Optional<String> license,
    ClassNames classes,
    Invert invert) {}
