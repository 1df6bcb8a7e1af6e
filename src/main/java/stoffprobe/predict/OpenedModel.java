package stoffprobe.predict;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import stoffprobe.config.Invert;
import stoffprobe.data.BrokenFileException;
import stoffprobe.data.Images;
import stoffprobe.model.Backend;
import stoffprobe.model.SavedNetwork;

/**
 * A network with what its folder knows of it.
 *
 * @param familiarity what its images are compared with; none of a plain saved model
 * @param invert which pictures are turned into their negatives
 */
record OpenedModel(
    SavedNetwork network,
    List<String> classNames,
    Optional<Familiarity> familiarity,
    Invert invert) {

  OpenedModel {
    classNames = List.copyOf(classNames);
  }

  /** Opens a model folder or a saved model; see {@link Classifier#open}. */
  static OpenedModel of(Path folder, Classifier.Options options) throws IOException {
    Optional<ModelFolder> model =
        ModelFolder.is(folder) ? Optional.of(ModelFolder.read(folder)) : Optional.empty();
    Path savedModel = model.map(ModelFolder::savedModel).orElse(folder);
    SavedNetwork network =
        SavedNetwork.open(savedModel, Backend.start(options.device(), options.threads()));
    try {
      return of(network, savedModel, model, options);
    } catch (IOException e) {
      network.close();
      throw e;
    }
  }

  private static OpenedModel of(
      SavedNetwork network,
      Path savedModel,
      Optional<ModelFolder> model,
      Classifier.Options options)
      throws IOException {
    List<String> names =
        options
            .classNames()
            .or(() -> model.map(known -> known.classes().de()))
            .orElseGet(() -> indices(network.classes()));
    if (names.size() != network.classes()) {
      throw new BrokenFileException(
          savedModel
              + " knows "
              + network.classes()
              + " classes, but there are names for "
              + names.size()
              + ". Give as many, or train the model again.");
    }
    Optional<Familiarity> familiarity =
        model.isPresent()
            ? Optional.of(model.get().familiarity(network.channels()))
            : Optional.empty();
    Invert invert =
        network.channels() == Images.COLOUR
            ? Invert.NEVER
            : model.map(ModelFolder::invert).orElse(Invert.AUTO);
    return new OpenedModel(network, names, familiarity, invert);
  }

  private static List<String> indices(int classes) {
    return IntStream.range(0, classes).mapToObj(Integer::toString).toList();
  }
}
