package stoffprobe.explore;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Classes that their pictures' size gives away: nearly all have one size, which is rare elsewhere.
 * They are from another camera or shop, and a network may learn that instead of the thing.
 */
record SizeClues(List<Clue> clues) {

  /** Percent of a class's pictures that have its size. */
  static final double MOST = 90;

  /** Percent of the others that have it. */
  static final double RARE = 10;

  private static final int FEWEST = 10;

  /** One class, its pictures' size, and how many of its and of the others' have it. */
  record Clue(int classIndex, String size, double percent, double percentElsewhere) {}

  SizeClues {
    clues = List.copyOf(clues);
  }

  /**
   * Looks at the sizes of the files.
   *
   * @param pictures {@code pictures.csv}; none of it, no clues
   */
  static SizeClues of(Path pictures, int classes) throws IOException {
    if (Files.notExists(pictures)) {
      return new SizeClues(List.of());
    }
    List<Map<String, Integer>> sizes = new ArrayList<>();
    for (int i = 0; i < classes; i++) {
      sizes.add(new HashMap<>());
    }
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (Reader reader = Files.newBufferedReader(pictures);
        CSVParser rows = format.parse(reader)) {
      for (CSVRecord row : rows) {
        sizes
            .get(Integer.parseInt(row.get("class_index")))
            .merge(row.get("height") + " x " + row.get("width"), 1, Integer::sum);
      }
    }
    return of(sizes);
  }

  private static SizeClues of(List<Map<String, Integer>> sizes) {
    int all = sizes.stream().mapToInt(SizeClues::count).sum();
    List<Clue> clues = new ArrayList<>();
    for (int i = 0; i < sizes.size(); i++) {
      int own = count(sizes.get(i));
      for (Map.Entry<String, Integer> size : sizes.get(i).entrySet()) {
        int everywhere =
            sizes.stream().mapToInt(others -> others.getOrDefault(size.getKey(), 0)).sum();
        double percent = 100.0 * size.getValue() / own;
        double elsewhere = 100.0 * (everywhere - size.getValue()) / Math.max(1, all - own);
        if (own >= FEWEST && percent >= MOST && elsewhere < RARE) {
          clues.add(new Clue(i, size.getKey(), percent, elsewhere));
        }
      }
    }
    return new SizeClues(clues);
  }

  private static int count(Map<String, Integer> sizes) {
    return sizes.values().stream().mapToInt(Integer::intValue).sum();
  }
}
