package stoffprobe.train;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import stoffprobe.config.Layer;

/** A layer list as the engine compares it: every value of every layer, defaults included. */
final class LayerParameters {

  private LayerParameters() {}

  static List<Object> of(List<Layer> layers) {
    return layers.stream().map(LayerParameters::of).toList();
  }

  private static Object of(Layer layer) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("layer", layer.word());
    if (layer instanceof Layer.Dense dense) {
      values.put("units", dense.units());
    } else if (layer instanceof Layer.Conv2d conv) {
      values.put("filters", conv.filters());
      values.put("kernel", conv.kernel());
      values.put("padding", conv.padding().name().toLowerCase(Locale.ROOT));
    } else if (layer instanceof Layer.MaxPool pool) {
      values.put("size", pool.size());
    } else if (layer instanceof Layer.Dropout dropout) {
      values.put("rate", dropout.rate());
    }
    return values;
  }
}
