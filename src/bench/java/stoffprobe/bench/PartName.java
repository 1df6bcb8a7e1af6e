package stoffprobe.bench;

import java.util.Locale;

/** What a benchmark consists of, in the order in which it is measured. */
public enum PartName {
  /** The whole run from ingested data, once; what is up to date, the report and the start-up. */
  RUN,
  /** The machine's peak matrix product. */
  MATRIX,
  /** Training. */
  TRAINING,
  /** Evaluation, latency and throughput of classification. */
  CLASSIFICATION,
  /** The notebook's own loop, once. */
  NOTEBOOK;

  /** As it is written on the command line. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
