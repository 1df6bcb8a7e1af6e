package stoffprobe.cluster;

import java.nio.file.Path;
import stoffprobe.predict.Classifier;

/**
 * A model to classify with.
 *
 * @param name as a person calls it
 * @param folder a model folder or a saved model on this machine
 * @param options how it is opened; the threads are the cluster's
 */
public record TrainedModel(String name, Path folder, Classifier.Options options) {}
