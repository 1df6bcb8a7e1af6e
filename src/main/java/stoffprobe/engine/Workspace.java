package stoffprobe.engine;

import java.nio.file.Path;

/**
 * Where a stage works.
 *
 * @param root the pipeline's output folder, for reading other stages' files
 * @param staging an empty folder to write into; published as a whole if the stage succeeds
 * @param progress to tell how far the stage is
 * @param checkpoint to save unfinished work in, and to go on from
 */
public record Workspace(Path root, Path staging, Progress progress, Checkpoint checkpoint) {

  /** A workspace that saves no unfinished work. */
  public Workspace(Path root, Path staging, Progress progress) {
    this(root, staging, progress, Checkpoint.NONE);
  }

  /** A file of another stage: {@code input("1-ingest", "train-images.npy")}. */
  public Path input(String folder, String file) {
    return root.resolve(folder).resolve(file);
  }

  /** A file that this stage writes. */
  public Path output(String file) {
    return staging.resolve(file);
  }
}
