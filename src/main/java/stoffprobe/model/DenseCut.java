package stoffprobe.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import stoffprobe.config.Architecture;
import stoffprobe.config.Layer;
import stoffprobe.model.ParameterSpec.Role;

/**
 * How a dense layer's kernel is cut, so that cores can compute with its blocks side by side.
 *
 * @param blocks how many, 1 for a kernel that is not cut
 * @param rows whether in blocks of rows; else in blocks of columns, and the bias with them
 */
record DenseCut(int blocks, boolean rows) {

  static final DenseCut NONE = new DenseCut(1, false);

  /**
   * The fewest values of a block of columns. A smaller one is computed with in less time than it
   * takes to hand it to another core and to put the results together.
   */
  private static final int SMALLEST_BLOCK = 1 << 15;

  /**
   * The cuts of all dense layers, by the layers' numbers. A large kernel is cut into a block of
   * columns a shard. A dense layer that comes next is cut into as many blocks of rows, large or
   * not: see {@link DensePairPass}.
   */
  static Map<Integer, DenseCut> of(Architecture architecture, int shards) {
    Map<Integer, DenseCut> cuts = new HashMap<>();
    add(architecture.layers(), shards, cuts);
    return cuts;
  }

  /** How many blocks a tensor of the layer has. */
  int blocks(ParameterSpec spec) {
    return rows && spec.role() == Role.BIAS ? 1 : blocks;
  }

  /** Which dimension of a tensor of the layer is cut. */
  int dimension(ParameterSpec spec) {
    return rows && spec.role() == Role.KERNEL ? 0 : spec.shape().size() - 1;
  }

  private static void add(
      List<Architecture.Placed> layers, int shards, Map<Integer, DenseCut> cuts) {
    for (int i = 0; i < layers.size(); i++) {
      Architecture.Placed placed = layers.get(i);
      add(placed.inner(), shards, cuts);
      add(placed.shortcut(), shards, cuts);
      if (placed.layer() instanceof Layer.Dense dense) {
        int blocks = columns(placed.input().last(), dense.units(), shards);
        cuts.put(placed.number(), new DenseCut(blocks, false));
        DensePair pair = DensePair.at(layers, i).orElse(null);
        if (blocks > 1 && pair != null) {
          cuts.put(pair.second().number(), new DenseCut(blocks, true));
          i += pair.layers();
        }
      }
    }
  }

  private static int columns(int in, int units, int shards) {
    int most = Math.min(Math.multiplyExact(in, units) / SMALLEST_BLOCK, units);
    return Math.max(1, Math.min(shards, most));
  }
}
