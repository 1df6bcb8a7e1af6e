package stoffprobe.torture;

import java.util.List;

/**
 * A kind of faults.
 *
 * @param name its row in the table
 */
record Kind(String name, Trials trials) {

  /** Which faults of the kind are tried. */
  @FunctionalInterface
  interface Trials {
    List<Trial> in(Setting setting) throws Exception;
  }

  /** All kinds, in the order of the table. */
  static List<Kind> all() {
    return List.of(
        new Kind("killed at a step on disk", KillPoints::trials),
        new Kind("killed at a random instant", RandomKills::trials),
        new Kind("no space left", FullDisk::trials),
        new Kind("read-only output", ReadOnly::trials),
        new Kind("several runs at once", Races::trials),
        new Kind("an input changed meanwhile", ChangedInputs::trials),
        new Kind("a flipped, cut or missing output", Damages::trials),
        new Kind("a broken manifest", BrokenManifests::trials),
        new Kind("a missing folder, an extra file", FoldersAndExtras::trials),
        new Kind("the clock set back or ahead", Clocks::trials),
        new Kind("spaces, umlauts, LC_ALL=C", Paths::trials),
        new Kind("closed standard streams", ClosedStreams::trials),
        new Kind("SIGINT and SIGTERM", Signals::trials),
        new Kind("a torn line in runs.jsonl", TornJournals::trials));
  }
}
