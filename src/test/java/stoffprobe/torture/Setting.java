package stoffprobe.torture;

import java.nio.file.Path;
import java.util.Random;

/**
 * What the trials of a kind are made from.
 *
 * @param folder for runs that only tell what can be tried
 * @param random seeded, so that the same seed tries the same
 */
record Setting(Scale scale, Program program, Reference reference, Path folder, Random random) {}
