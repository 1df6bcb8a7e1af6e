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
      if (conv.stride() > 1) { // 1 was the only one once; left out, nothing is trained again
        values.put("stride", conv.stride());
      }
    } else if (layer instanceof Layer.MaxPool pool) {
      values.put("size", pool.size());
    } else if (layer instanceof Layer.Dropout dropout) {
      values.put("rate", dropout.rate());
    } else if (layer instanceof Layer.AveragePool pool) {
      values.put("size", pool.size());
    } else if (layer instanceof Layer.LeakyRelu leaky) {
      values.put("slope", leaky.slope());
    } else if (layer instanceof Layer.BatchNorm norm) {
      values.put("momentum", norm.momentum());
    } else if (layer instanceof Layer.Residual residual) {
      values.put("layers", of(residual.layers()));
      values.put("shortcut", of(residual.shortcut()));
    }
    return values;
  }
}
