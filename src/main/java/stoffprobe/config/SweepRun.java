package stoffprobe.config;

/**
 * One training of a sweep, with the evaluation that follows it.
 *
 * @param variant what is trained
 * @param seed where its random choices start from
 */
public record SweepRun(SweepVariant variant, long seed) {

  /** Names it among all: {@code cnn-seed-42}; its pipeline and the folder of its results. */
  public String id() {
    return variant.id() + "-seed-" + seed;
  }

  /** The pipeline file that stands for this run alone, as YAML. */
  public String yaml() {
    return variant.yaml(id(), seed);
  }
}
