package stoffprobe.gpu;

import java.util.List;
import java.util.Optional;

/**
 * What the driver's own program says of the machine.
 *
 * @param driver the driver's version
 * @param cards the cards that it knows, perhaps none
 */
record NvidiaSmi(Optional<Version> driver, List<Card> cards) {

  static final NvidiaSmi SILENT = new NvidiaSmi(Optional.empty(), List.of());

  static final String[] COMMAND = {
    "nvidia-smi",
    "--query-gpu=name,compute_cap,driver_version,memory.total",
    "--format=csv,noheader"
  };

  NvidiaSmi {
    cards = List.copyOf(cards);
  }

  /**
   * Reads the answer to {@link #COMMAND}, a line a card: {@code NVIDIA A100-SXM4-40GB, 8.0,
   * 535.161.08, 40960 MiB}. Older drivers answer {@code [N/A]} where they don't know; other lines
   * ({@code No devices were found}) say nothing of a card.
   */
  static NvidiaSmi parse(String output) {
    List<String[]> rows =
        output
            .lines()
            .map(line -> line.strip().split("\\s*,\\s*", -1))
            .filter(fields -> fields.length == 4)
            .toList();
    return new NvidiaSmi(
        rows.stream().flatMap(fields -> Version.in(fields[2]).stream()).findFirst(),
        rows.stream()
            .map(
                fields ->
                    new Card(
                        fields[0],
                        Version.in(fields[1]),
                        Optional.of(fields[3]).filter(text -> text.endsWith("MiB"))))
            .toList());
  }
}
