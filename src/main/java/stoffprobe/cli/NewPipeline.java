package stoffprobe.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A commented pipeline file to start from: the standard experiment under another name. */
final class NewPipeline {

  private static final String STANDARD = "fashion-mnist";

  /** The end of the standard file's introduction, which speaks of that file. */
  private static final String HEAD = "\npipeline: " + STANDARD + " ";

  private NewPipeline() {}

  /**
   * The file's text.
   *
   * @param name the pipeline's
   * @param file where it will lie, as commands name it
   */
  static String text(String name, String file) {
    String standard = standard();
    int head = standard.indexOf(HEAD);
    if (head < 0) {
      throw new IllegalStateException("the standard pipeline file begins in another way");
    }
    return """
        # Your own experiment: so far a copy of the standard one. Change what you like, for example
        # the models at the end, then run it:
        #
        #   stoffprobe run %1$s                  from the data to output/%2$s/6-report/report.html
        #   stoffprobe status %1$s               what is not up to date, and why
        #   stoffprobe run %1$s --set training.epochs=2
        #
        # A mistake in this file is reported with its line before anything runs.
        """
            .formatted(file, name)
        + HEAD.replace(STANDARD, name)
        + standard.substring(head + HEAD.length()).replace("`make all`", "`stoffprobe run`");
  }

  private static String standard() {
    try (InputStream in = NewPipeline.class.getResourceAsStream(STANDARD + ".yaml")) {
      if (in == null) {
        throw new IllegalStateException("the standard pipeline file is missing from the program");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
