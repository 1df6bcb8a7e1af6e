package stoffprobe.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import stoffprobe.config.Invert;
import stoffprobe.predict.Answer;
import stoffprobe.predict.Classifier;
import stoffprobe.predict.PictureSource;

/** {@code predict}: classifies images with a trained model. */
@Command(
    name = "predict",
    mixinStandardHelpOptions = true,
    description = {
      "Classify PNG, JPEG, IDX or NumPy images with a trained model.",
      "Pictures are held upright, turned grey unless the model sees colour, and fitted to the size",
      "that the model takes. The data set shows things on black: with --invert auto, a picture whose",
      "border (its outermost pixels) is brighter than middle grey on average is turned into its",
      "negative; --show-input shows what became of it. A model that sees colour takes no negatives.",
      "An image unlike the training images is marked: its answer may mean nothing.",
      "With --spark, a folder of pictures or a Parquet table (columns id and image) becomes a table."
    },
    footer = {
      "",
      "Exit codes: 0 every image is classified; 1 some file can't be read (each is named on stderr,",
      "all others are classified), or nothing could be done; 2 wrong usage; 6 every image is",
      "classified, but with --strict some are unlike the training images.",
      "",
      "Examples:",
      "  stoffprobe predict shirt.png --model cnn",
      "  stoffprobe predict scans/ --model mlp --csv --top 3 >answers.csv",
      "  stoffprobe predict scans/ --model-folder models/cnn --json",
      "  stoffprobe predict scans.parquet --model cnn --spark local[2] --to answers.parquet"
    })
final class PredictCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private ModelOptions model = new ModelOptions();

  @Mixin private ClusterPrediction cluster = new ClusterPrediction();

  @Parameters(
      paramLabel = "IMAGE",
      arity = "1..*",
      description = "Files, or folders of PNG and JPEG files.")
  private List<String> images = new ArrayList<>();

  @ArgGroup private Format format = new Format();

  /** How answers are printed; at most one. */
  private static final class Format {
    @Option(names = "--json", description = "Print a JSON array, an object an image.")
    private boolean json;

    @Option(names = "--csv", description = "Print CSV, a row an image.")
    private boolean csv;
  }

  @Option(
      names = "--top",
      paramLabel = "N",
      defaultValue = "1",
      description = "Print the N most probable classes (default: ${DEFAULT-VALUE}).")
  private int top = 1;

  @Option(
      names = "--invert",
      paramLabel = "WHEN",
      description =
          "Negative of a grey picture: auto (bright border), never, always (default: as in training;"
              + " auto for IDX and array files).")
  private @Nullable Invert invert;

  @Option(
      names = "--show-input",
      description = "Draw below each line what the network sees; not with --json or --csv.")
  private boolean showInput;

  @Option(
      names = "--save-input",
      paramLabel = "DIR",
      description = "Write what the network sees of each image to DIR, as PNG.")
  private @Nullable Path saveInput;

  @Option(
      names = "--strict",
      description = "Exit with 6 if an image is unlike the training images.")
  private boolean strict;

  @Override
  public Integer call() throws Exception {
    if (top < 1) {
      throw new ParameterException(spec.commandLine(), "--top " + top + " is below 1.");
    }
    if (showInput && (format.json || format.csv)) {
      throw new ParameterException(
          spec.commandLine(), "--show-input is for people; with --json or --csv use --save-input.");
    }
    boolean printing = format.json || format.csv || top > 1 || showInput || saveInput != null;
    cluster.check(spec, images.size(), printing);
    if (cluster.chosen()) {
      return cluster.run(spec, images.get(0), model, invert, strict);
    }
    try (ModelOptions.Opened opened = model.open(spec)) {
      if (opened.classifier().colour() && invert != null && invert != Invert.NEVER) {
        throw new ParameterException(
            spec.commandLine(),
            "--invert " + invert.word() + " is for grey images, but this model sees colour.");
      }
      Writer out =
          new BufferedWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8), 1 << 16);
      Printed printed = new Printed(opened.classifier(), out, writer(out, opened.classifier()));
      try (printed.answers) {
        Invert chosen = invert == null ? opened.invert() : invert;
        new PictureSource(opened.classifier().rule(chosen))
            .read(images.stream().map(Path::of).toList(), printed);
      }
      return exitCode(printed);
    }
  }

  private AnswerWriter writer(Writer out, Classifier classifier) throws IOException {
    if (format.json) {
      return AnswerWriter.json(out, top);
    }
    return format.csv
        ? AnswerWriter.csv(out, classifier.classes(), top)
        : AnswerWriter.table(out, top);
  }

  private int exitCode(Printed printed) {
    if (printed.unlike > 0) {
      System.err.printf(
          "%d of %d images are unlike the training images: what is said of them may mean nothing.%n",
          printed.unlike, printed.classified);
    }
    if (printed.unreadable > 0) {
      System.err.printf(
          "%d could not be read; %d images are classified.%n",
          printed.unreadable, printed.classified);
      return Errors.FAILED;
    }
    return strict && printed.unlike > 0 ? Errors.UNLIKE : 0;
  }

  /** Prints answers as images come, and counts. */
  private final class Printed implements PictureSource.Receiver {

    private final Classifier classifier;
    private final Writer out;
    private final AnswerWriter answers;
    private int classified;
    private int unlike;
    private int unreadable;

    Printed(Classifier classifier, Writer out, AnswerWriter answers) {
      this.classifier = classifier;
      this.out = out;
      this.answers = answers;
    }

    @Override
    public void images(PictureSource.Batch batch) throws IOException {
      List<Answer> found = Answer.of(classifier, batch);
      for (int i = 0; i < found.size(); i++) {
        answers.write(found.get(i));
        classified++;
        unlike += found.get(i).classification().unlike() ? 1 : 0;
        if (showInput) {
          out.append(InputView.drawn(batch.images(), i));
        }
        if (saveInput != null) {
          InputView.save(saveInput, classified, found.get(i), batch.images(), i);
        }
      }
      out.flush();
    }

    @Override
    public void unreadable(Path file, String reason) {
      System.err.println(reason);
      unreadable++;
    }
  }
}
