package stoffprobe.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import stoffprobe.config.PipelineFile;
import stoffprobe.engine.Stage;

/** Turns a pipeline file into its stages, in order. */
@FunctionalInterface
public interface StageList {

  /**
   * The stages of a pipeline.
   *
   * @param data {@code --data}: the folder whose source files are looked at first
   * @throws IOException if the program itself can't be read
   */
  List<Stage> of(PipelineFile file, Optional<Path> data) throws IOException;
}
