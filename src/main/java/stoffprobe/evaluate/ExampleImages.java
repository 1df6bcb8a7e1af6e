package stoffprobe.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import stoffprobe.data.RandomStream;
import stoffprobe.statistics.Agreement;
import stoffprobe.statistics.Confusion;
import stoffprobe.statistics.SureMistakes;

/**
 * Which test images to show. Those of a pair's agreement are drawn at random, as the surest or the
 * first ones would give a false picture of their cell; the stream is that of the pipeline's seed
 * for {@code examples/<cell>/<a>/<b>} (see {@link RandomStream}), so that no other model shifts it.
 */
final class ExampleImages {

  private static final int OF_AGREEMENT = 8;
  private static final int SUSPECTS = 12;
  private static final int CONFUSIONS = 5;
  private static final int OF_CONFUSION = 4;

  private final List<Example> examples = new ArrayList<>();

  private ExampleImages() {}

  /** Cell by cell of each pair, then suspected labels, then model by model its confusions. */
  static List<Example> of(long seed, List<EvaluatedModel> models, List<EvaluatedPair> pairs) {
    ExampleImages chosen = new ExampleImages();
    for (EvaluatedPair pair : pairs) {
      for (Agreement cell : Agreement.values()) {
        chosen.agreement(seed, cell, pair.a(), pair.b());
      }
    }
    chosen.suspects(models);
    models.forEach(chosen::confusions);
    return List.copyOf(chosen.examples);
  }

  private void agreement(long seed, Agreement cell, EvaluatedModel a, EvaluatedModel b) {
    String purpose = String.join("/", "examples", cell.word(), a.name(), b.name());
    int[] images = cell.images(a.predictions(), b.predictions());
    List<Integer> drawn = draw(RandomStream.of(seed, purpose), images);
    add(cell.word(), a.name(), b.name(), drawn, List.of(a, b));
  }

  private void suspects(List<EvaluatedModel> models) {
    List<Integer> images =
        SureMistakes.shared(models.stream().map(EvaluatedModel::predictions).toList(), SUSPECTS);
    add(Example.SUSPECT, "", "", images, models);
  }

  private void confusions(EvaluatedModel model) {
    for (Confusion kind : model.confusion().topConfusions(CONFUSIONS)) {
      List<Integer> images = SureMistakes.of(model.predictions(), kind, OF_CONFUSION);
      add(Example.CONFUSION, "", "", images, List.of(model));
    }
  }

  private void add(
      String group, String a, String b, List<Integer> images, List<EvaluatedModel> models) {
    for (int position = 0; position < images.size(); position++) {
      examples.add(new Example(group, a, b, position, images.get(position), models));
    }
  }

  private static List<Integer> draw(RandomGenerator random, int[] images) {
    int[] order = RandomStream.permutation(random, images.length);
    return Arrays.stream(order).limit(OF_AGREEMENT).map(i -> images[i]).sorted().boxed().toList();
  }
}
