package stoffprobe.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import stoffprobe.predict.Answer;
import stoffprobe.predict.Classification;

/** How answers are printed, one after the other; closing it ends the print, not the stream. */
interface AnswerWriter extends Closeable {

  void write(Answer answer) throws IOException;

  /** Lines for people. */
  static AnswerWriter table(Writer out, int top) {
    return new AnswerWriter() {
      @Override
      public void write(Answer answer) throws IOException {
        out.append(String.format(Locale.ROOT, "%-40s %5d", answer.file(), answer.index()));
        for (Classification.Candidate candidate : answer.classification().top(top)) {
          out.append(
              String.format(
                  Locale.ROOT,
                  "  %-20s %5.1f %%",
                  candidate.className(),
                  100 * candidate.probability()));
        }
        if (answer.classification().unlike()) {
          double distance = answer.classification().distance().orElseThrow();
          out.append(String.format(Locale.ROOT, "  unlike the training images (%.2f)", distance));
        }
        out.append('\n');
      }

      @Override
      public void close() throws IOException {
        out.flush();
      }
    };
  }

  /** A JSON array with an object an image. */
  static AnswerWriter json(Writer out, int top) throws IOException {
    JsonGenerator json =
        new ObjectMapper()
            .createGenerator(out)
            .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
            .useDefaultPrettyPrinter();
    json.writeStartArray();
    return new AnswerWriter() {
      @Override
      public void write(Answer answer) throws IOException {
        json.writePOJO(top > 1 ? answer.fields(top) : answer.fields());
      }

      @Override
      public void close() throws IOException {
        json.writeEndArray();
        json.close();
        out.append('\n').flush();
      }
    };
  }

  /** CSV with a header line, a row an image. */
  static AnswerWriter csv(Writer out, int classes, int top) throws IOException {
    CSVPrinter csv =
        CSVFormat.RFC4180
            .builder()
            .setRecordSeparator("\n")
            .setHeader(header(classes, top))
            .get()
            .print(out);
    return new AnswerWriter() {
      @Override
      public void write(Answer answer) throws IOException {
        Classification classification = answer.classification();
        List<Object> row = new ArrayList<>(List.of(answer.file(), answer.index()));
        row.addAll(List.of(classification.label(), classification.className()));
        row.add(classification.probability());
        row.add(answer.inverted());
        boolean known = classification.distance().isPresent();
        row.add(known ? (float) classification.distance().getAsDouble() : "");
        row.add(known ? classification.unlike() : "");
        row.addAll(classification.probabilities());
        List<Classification.Candidate> best = classification.top(top);
        for (Classification.Candidate next : best.subList(1, best.size())) {
          row.addAll(List.of(next.label(), next.className(), next.probability()));
        }
        csv.printRecord(row);
      }

      @Override
      public void close() throws IOException {
        csv.flush();
      }
    };
  }

  private static String[] header(int classes, int top) {
    List<String> header = new ArrayList<>();
    header.addAll(List.of("file", "index", "class", "class_name", "probability"));
    header.addAll(List.of("inverted", "distance", "unlike"));
    for (int k = 0; k < classes; k++) {
      header.add("probability_" + k);
    }
    for (int place = 2; place <= Math.min(top, classes); place++) {
      header.addAll(List.of("class_at_" + place, "name_at_" + place, "probability_at_" + place));
    }
    return header.toArray(String[]::new);
  }
}
