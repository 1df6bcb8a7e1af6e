package stoffprobe.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/** Tensors in blocks of rows or of columns: cut, put together, added up. */
final class Blocks {

  private Blocks() {}

  /** Where part {@code block} of {@code blocks} nearly equal parts of {@code length} begins. */
  static int start(int length, int blocks, int block) {
    return (int) ((long) length * block / blocks);
  }

  /** The sizes of {@code blocks} nearly equal parts of {@code length}. */
  static int[] sizes(int length, int blocks) {
    int[] sizes = new int[blocks];
    Arrays.setAll(sizes, j -> start(length, blocks, j + 1) - start(length, blocks, j));
    return sizes;
  }

  /** {@code blocks} nearly equal parts of a dimension of {@code whole}. */
  static List<Operand<TFloat32>> cut(
      Ops tf, Operand<TFloat32> whole, Shape shape, int dimension, int blocks) {
    if (blocks == 1) {
      return List.of(whole);
    }
    int[] parts = sizes(Math.toIntExact(shape.get(dimension)), blocks);
    return split(tf, whole, tf.constant(parts), dimension, blocks);
  }

  /** Blocks [b, n] side by side. */
  static Operand<TFloat32> joinColumns(Ops tf, List<Operand<TFloat32>> blocks) {
    return blocks.size() == 1 ? blocks.get(0) : tf.concat(blocks, tf.constant(1));
  }

  /** Blocks of rows one below the other. */
  static Operand<TFloat32> joinRows(Ops tf, List<Operand<TFloat32>> blocks) {
    return blocks.size() == 1 ? blocks.get(0) : tf.concat(blocks, tf.constant(0));
  }

  /** The sum of {@code summands}, added up in their order. */
  static Operand<TFloat32> sum(Ops tf, List<Operand<TFloat32>> summands) {
    return summands.size() == 1 ? summands.get(0) : tf.math.addN(summands);
  }

  /**
   * The sum of {@code summands}, cut into blocks of as many rows as {@code like} has: cut first, as
   * that copies nothing, so that the blocks are added up side by side.
   */
  static List<Operand<TFloat32>> sumByRows(
      Ops tf, List<Operand<TFloat32>> summands, List<Operand<TFloat32>> like) {
    if (like.size() == 1) {
      return List.of(sum(tf, summands));
    }
    Operand<TInt32> rows = rows(tf, like);
    List<List<Operand<TFloat32>>> cut = new ArrayList<>();
    summands.forEach(summand -> cut.add(split(tf, summand, rows, 0, like.size())));
    List<Operand<TFloat32>> sums = new ArrayList<>();
    for (int i = 0; i < like.size(); i++) {
      int block = i;
      sums.add(sum(tf, cut.stream().map(parts -> parts.get(block)).toList()));
    }
    return sums;
  }

  /** {@code whole}, cut into blocks of as many rows as {@code like} has. */
  static List<Operand<TFloat32>> cutRows(
      Ops tf, Operand<TFloat32> whole, List<Operand<TFloat32>> like) {
    return like.size() == 1 ? List.of(whole) : split(tf, whole, rows(tf, like), 0, like.size());
  }

  /** How many rows each block has: [blocks]. */
  private static Operand<TInt32> rows(Ops tf, List<Operand<TFloat32>> blocks) {
    List<Operand<TInt32>> each = new ArrayList<>(); // [1] each
    blocks.forEach(block -> each.add(tf.slice(tf.shape(block), tf.array(0), tf.array(1))));
    return tf.concat(each, tf.constant(0));
  }

  private static List<Operand<TFloat32>> split(
      Ops tf, Operand<TFloat32> whole, Operand<TInt32> sizes, int axis, int blocks) {
    List<Operand<TFloat32>> parts = new ArrayList<>();
    tf.splitV(whole, sizes, tf.constant(axis), (long) blocks).forEach(parts::add);
    return parts;
  }
}
