package stoffprobe.cluster;

import stoffprobe.config.Invert;

/**
 * Pictures to classify, and where the answers go.
 *
 * @param input a folder of PNG and JPEG files, or a Parquet table with a column of encoded pictures
 *     or raw pixels; a path or an address
 * @param output the Parquet table to write
 * @param invert which pictures are turned into their negatives; never raw pixels, nor any if the
 *     model sees colour
 * @param force whether a table that stands there is replaced
 */
public record Pictures(String input, String output, Invert invert, boolean force) {}
