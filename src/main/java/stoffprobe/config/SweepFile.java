package stoffprobe.config;

import java.nio.file.Path;
import java.util.List;

/**
 * A sweep's file, read and found valid: many trainings, of which each is a small pipeline.
 *
 * @param name {@code sweep}: the name of the output folder
 * @param file where it lies
 * @param base the pipeline file that the runs are made of
 * @param pipeline what {@code base} says
 * @param seeds in the order of the file
 * @param variants what is trained with each seed: first all of the first model
 */
public record SweepFile(
    String name,
    Path file,
    Path base,
    PipelineFile pipeline,
    List<Long> seeds,
    List<SweepVariant> variants) {

  public SweepFile {
    seeds = List.copyOf(seeds);
    variants = List.copyOf(variants);
  }

  /** All trainings, those of the first seed first. */
  public List<SweepRun> runs() {
    return seeds.stream()
        .flatMap(seed -> variants.stream().map(variant -> new SweepRun(variant, seed)))
        .toList();
  }
}
