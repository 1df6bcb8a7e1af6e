package stoffprobe.config;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * The section {@code grid}: values that keys of the pipeline file take, and {@code sample}: how
 * many of their combinations.
 *
 * @param keys in the order of the file
 * @param sample which combinations; all, if it is empty
 */
record SweepGrid(List<Key> keys, Sample sample) {

  private static final int MOST_VALUES = 1000;
  private static final int MOST_COMBINATIONS = 100_000;

  SweepGrid {
    keys = List.copyOf(keys);
  }

  /** A key and what it may be. */
  record Key(String name, Value value, SweepValues values) {}

  /**
   * Some combinations, drawn at random.
   *
   * @param runs how many for each model and seed; 0: all
   */
  record Sample(int runs, long seed) {

    static final Sample ALL = new Sample(0, 0);
  }

  static SweepGrid read(Section sweep) {
    Sample sample =
        sweep.find("sample").map(value -> value.as(SweepGrid::sample)).orElse(Sample.ALL);
    List<Key> keys = new ArrayList<>();
    sweep
        .find("grid")
        .ifPresent(
            grid ->
                grid.as(
                    section -> {
                      section
                          .entries()
                          .forEach(
                              (key, entry) -> read(key, section.value(key, entry), sample, keys));
                      return keys;
                    }));
    SweepGrid grid = new SweepGrid(keys, sample);
    grid.refuseTooMany(sweep);
    return grid;
  }

  private static Sample sample(Section sample) {
    return new Sample(
        sample.required("runs", Numbers.whole(1, MOST_COMBINATIONS)),
        sample.optional("seed", Numbers.natural(), 0L));
  }

  private static void read(String key, Value value, Sample sample, List<Key> keys) {
    List<String> words = List.of(key.split("\\.", -1));
    if (words.contains("") || words.size() > 10) {
      value.refuse("no such key", "a key of the pipeline file, such as training.batch");
    } else if (Set.of("seed", "pipeline", "models").contains(key)) {
      value.refuse(
          "the key " + key,
          key.equals("pipeline")
              ? "another key; each run has a name of its own"
              : "it under " + (key.equals("seed") ? "seeds" : "models") + " of the sweep's file");
    } else {
      keys.add(new Key(key, value, SweepValues.read(value, sample.runs() > 0, MOST_VALUES)));
    }
  }

  private void refuseTooMany(Section sweep) {
    long all = 1;
    for (Key key : keys) {
      all = Math.min(Integer.MAX_VALUE, all * Math.max(1, key.values().count()));
    }
    if (sample.runs() == 0 && all > MOST_COMBINATIONS) {
      sweep
          .find("grid")
          .ifPresent(
              grid ->
                  grid.refuse(
                      "more than " + MOST_COMBINATIONS + " combinations",
                      "fewer, or a sample of them: sample: {runs: 100}"));
    }
  }

  /** Whether a key says anything of a model. */
  static boolean concerns(String key, String model) {
    return !key.startsWith("models.") || key.startsWith("models." + model + ".");
  }

  /** A key of a model that is not in the sweep is a slip. */
  void refuseOtherModels(Collection<String> models) {
    for (Key key : keys) {
      if (models.stream().noneMatch(model -> concerns(key.name(), model))) {
        key.value()
            .refuse("a key of no model here", "models." + String.join(" or models.", models));
      }
    }
  }

  /** The values of the keys, combination by combination; the last key changes fastest. */
  List<Map<String, Node>> combinations() {
    Set<Map<String, Node>> combinations = new LinkedHashSet<>();
    if (sample.runs() > 0) {
      Random random = new Random(sample.seed());
      for (int i = 0; i < sample.runs(); i++) {
        Map<String, Node> combination = new LinkedHashMap<>();
        keys.forEach(key -> combination.put(key.name(), key.values().draw(random)));
        combinations.add(combination);
      }
    } else {
      combine(0, new LinkedHashMap<>(), combinations);
    }
    return List.copyOf(combinations);
  }

  private void combine(int at, Map<String, Node> chosen, Set<Map<String, Node>> combinations) {
    if (at == keys.size()) {
      combinations.add(new LinkedHashMap<>(chosen));
      return;
    }
    for (Node value : keys.get(at).values().all()) {
      chosen.put(keys.get(at).name(), value);
      combine(at + 1, chosen, combinations);
    }
  }
}
