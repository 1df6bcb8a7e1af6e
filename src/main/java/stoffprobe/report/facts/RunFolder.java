package stoffprobe.report.facts;

import java.nio.file.Path;

/**
 * Where the files of a run lie.
 *
 * @param root the pipeline's output folder
 */
public record RunFolder(Path root) {

  public Path ingest(String file) {
    return root.resolve("1-ingest").resolve(file);
  }

  public Path explore(String file) {
    return root.resolve("2-explore").resolve(file);
  }

  public Path preprocess(String file) {
    return root.resolve("3-preprocess").resolve(file);
  }

  public Path train(String model, String file) {
    return root.resolve("4-train-" + model).resolve(file);
  }

  public Path evaluate(String file) {
    return root.resolve("5-evaluate").resolve(file);
  }
}
