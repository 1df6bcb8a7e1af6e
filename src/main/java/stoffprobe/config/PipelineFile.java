package stoffprobe.config;

import java.util.List;

/**
 * A pipeline file, read and found valid.
 *
 * @param name {@code pipeline}: the name of the output folder
 * @param seed where every random choice of the run starts from
 * @param models in the order of the file; names are unique
 */
public record PipelineFile(
    String name,
    long seed,
    DatasetSettings dataset,
    ExploreSettings explore,
    PreprocessSettings preprocess,
    List<ModelSettings> models) {

  public PipelineFile {
    models = List.copyOf(models);
  }
}
