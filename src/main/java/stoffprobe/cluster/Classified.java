package stoffprobe.cluster;

import java.util.Optional;

/**
 * What came of it.
 *
 * @param images that were classified
 * @param unlike how many of them are unlike the training images
 * @param rejected rows or files that gave no image
 * @param rejections the Parquet table that tells which and why; empty if there are none
 */
public record Classified(long images, long unlike, long rejected, Optional<String> rejections) {}
