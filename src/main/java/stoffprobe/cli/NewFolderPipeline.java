package stoffprobe.cli;

import java.nio.file.Path;
import stoffprobe.config.ClassFolders;

/** A pipeline file for a folder of pictures: two networks that learn to tell its classes apart. */
final class NewFolderPipeline {

  private NewFolderPipeline() {}

  /**
   * The file's text.
   *
   * @param name the pipeline's
   * @param file where it will lie, as commands name it
   */
  static String text(String name, String file, Path folder, ClassFolders classes) {
    String share =
        classes.divided()
            ? "# The folders train and test in it are the training and the test set."
            : "test-share: 0.2 # of each class's pictures, for the test set";
    return """
        # To which of the %5$d folders in %3$s does a picture belong? From the pictures to
        # output/%1$s/6-report/report.html:
        #
        #   stoffprobe run %2$s
        #
        # Every other key is explained in what 'stoffprobe new other.yaml' writes.

        pipeline: %1$s
        seed: 42
        dataset:
          title: %6$s
          folder: %4$s # seen from the current folder
          size: [28, 28] # every picture is turned to grey and fitted into this
          # colour: true # keeps red, green and blue instead; then without invert
          invert: auto # pictures with a bright border become negatives; or never, or always
          %7$s
        training: {epochs: 10}
        models:
          mlp:
            layers: [flatten, {dense: 256}, relu, {dense: 128}, relu, {dense: %5$d}]
          cnn:
            layers:
              - conv2d: {filters: 32, kernel: 3, padding: same}
              - relu
              - max-pool: 2
              - conv2d: {filters: 64, kernel: 3, padding: same}
              - relu
              - max-pool: 2
              - flatten
              - dropout: 0.25
              - dense: 128
              - relu
              - dense: %5$d # one a class
        """
        .formatted(
            name,
            file,
            folder.toString().replace('\n', ' '),
            quoted(folder.toString()),
            classes.names().size(),
            quoted(String.valueOf(folder.toAbsolutePath().normalize().getFileName())),
            share);
  }

  /** As YAML reads any text back. */
  private static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
