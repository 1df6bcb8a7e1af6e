package stoffprobe.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import stoffprobe.config.Invert;
import stoffprobe.data.Images;
import stoffprobe.pictures.PictureRule;
import stoffprobe.predict.Classification;
import stoffprobe.predict.Classifier;

/**
 * What becomes of rows, batch by batch as somebody asks: no more than a batch of images and one
 * encoded picture is in memory. A batch is computed in the thread that asks, so that as many cores
 * are used as tasks run.
 */
final class Outcomes implements Iterator<Row> {

  /** What a network with convolutions takes at once. */
  private static final int BATCH = 120;

  private final Iterator<Row> rows;
  private final Classifier classifier;
  private final PicturePixels pixels;
  private final Deque<Row> ready = new ArrayDeque<>();

  private Outcomes(Iterator<Row> rows, Classifier classifier, PictureRule rule) {
    this.rows = rows;
    this.classifier = classifier;
    this.pixels = new PicturePixels(rule);
  }

  static Iterator<Row> of(ClassifyRows task, Iterator<Row> rows) throws IOException {
    Classifier classifier = OpenModels.of(task);
    Invert invert = classifier.colour() ? Invert.NEVER : Invert.valueOf(task.invert());
    return new Outcomes(rows, classifier, classifier.rule(invert));
  }

  @Override
  public boolean hasNext() {
    try {
      while (ready.isEmpty() && rows.hasNext()) {
        classifySome();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return !ready.isEmpty();
  }

  @Override
  public Row next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return ready.remove();
  }

  /** Reads until a batch is full. */
  private void classifySome() throws IOException {
    List<String> ids = new ArrayList<>();
    List<PicturePixels.Read> read = new ArrayList<>();
    int size = classifier.height() * classifier.width() * classifier.channels();
    ByteBuffer images = ByteBuffer.allocate(BATCH * size);
    while (read.size() < BATCH && rows.hasNext()) {
      Row row = rows.next();
      String id = row.getString(0);
      PicturePixels.Read picture = pixels.of(row);
      if (picture.failure().isEmpty()) {
        images.put(picture.pixels());
        ids.add(id);
        read.add(picture);
      } else {
        ready.add(rejected(id, picture.failure()));
      }
    }
    if (read.isEmpty()) {
      return;
    }
    List<Classification> found =
        classifier.classify(
            new Images(
                images.slice(0, read.size() * size),
                read.size(),
                classifier.height(),
                classifier.width(),
                classifier.channels()));
    for (int i = 0; i < read.size(); i++) {
      ready.add(classified(ids.get(i), read.get(i).negative(), found.get(i)));
    }
  }

  private static Row classified(String id, boolean negative, Classification found) {
    boolean known = found.distance().isPresent();
    return RowFactory.create(
        Schemas.CLASSIFIED,
        id,
        found.label(),
        found.className(),
        found.probability(),
        found.probabilities().toArray(Float[]::new),
        negative,
        known ? (Float) (float) found.distance().getAsDouble() : null,
        known ? (Boolean) found.unlike() : null);
  }

  private static Row rejected(String id, String reason) {
    return RowFactory.create(Schemas.REJECTED, id, -1, reason, 0f, new Float[0], false, null, null);
  }
}
