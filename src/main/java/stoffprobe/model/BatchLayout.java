package stoffprobe.model;

import java.util.stream.IntStream;

/**
 * How a batch is cut into blocks of rows. Block i of n holds the images from size i / n to before
 * size (i + 1) / n. One that would be empty gets a black image that counts for nothing, as not all
 * kernels take a batch of none; so a block may have a row more than it has images.
 *
 * @param size images
 * @param blocks parts, at least 1
 */
record BatchLayout(int size, int blocks) {

  /** The place in the batch of the block's first image. */
  int first(int block) {
    return Blocks.start(size, blocks, block);
  }

  /** The block's images, 0 or more. */
  int images(int block) {
    return first(block + 1) - first(block);
  }

  /** The block's rows, 1 or more. */
  int rows(int block) {
    return Math.max(1, images(block));
  }

  /** The rows of all blocks before {@code block}. */
  int rowsBefore(int block) {
    return IntStream.range(0, block).map(this::rows).sum();
  }

  /** The rows of all blocks. */
  int rows() {
    return rowsBefore(blocks);
  }
}
