package stoffprobe.report.facts;

import java.io.IOException;
import java.nio.file.Path;

/**
 * How a model was trained: {@code training.json}.
 *
 * @param device {@code cpu} or {@code gpu}
 * @param trainSeconds in training steps alone
 * @param seconds the whole stage, with watching the test set
 */
public record TrainingRecord(
    long parameters,
    String device,
    String deviceName,
    long threads,
    long shards,
    long epochs,
    long batch,
    String optimizer,
    double learningRate,
    String tensorflow,
    double seconds,
    double trainSeconds,
    double examplesPerSecond) {

  /** Reads the file. */
  public static TrainingRecord read(Path file) throws IOException {
    JsonFile json = JsonFile.read(file);
    double seconds = json.number("seconds");
    return new TrainingRecord(
        json.whole("parameters"),
        json.text("device"),
        json.text("device_name", ""),
        json.whole("threads"),
        json.whole("shards"),
        json.whole("epochs"),
        json.whole("batch"),
        json.text("optimizer"),
        json.number("learning_rate"),
        json.text("tensorflow", ""),
        seconds,
        json.has("train_seconds") ? json.number("train_seconds") : seconds,
        json.number("examples_per_second"));
  }

  public boolean gpu() {
    return device.equals("gpu");
  }
}
