package example;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import stoffprobe.predict.Classification;
import stoffprobe.predict.Classifier;

/**
 * Says of each picture in a folder what it shows, or that a person should look at it.
 *
 * <pre>{@code
 * java -cp 'stoffprobe.jar:lib/*' src/examples/java/example/SortPictures.java models/cnn photos
 * }</pre>
 */
public final class SortPictures {

  /** Below this the network is not sure enough; see the report for what that costs and gains. */
  private static final float SURE = 0.8f;

  private SortPictures() {}

  /** Takes a model's folder and a folder of PNG and JPEG files. */
  public static void main(String[] args) throws IOException {
    try (Classifier classifier = Classifier.open(Path.of(args[0]))) {
      for (Path file : files(Path.of(args[1]))) {
        System.out.println(file.getFileName() + ": " + sorted(classifier, file));
      }
    }
  }

  private static String sorted(Classifier classifier, Path file) {
    try {
      Classification answer = classifier.classify(file);
      if (answer.unlike()) {
        return "for a person, as it is unlike the training images";
      }
      return answer.probability() >= SURE
          ? answer.className()
          : "for a person, perhaps " + answer.top(2).stream().map(c -> c.className()).toList();
    } catch (IOException e) {
      return "unreadable: " + e.getMessage();
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }
}
