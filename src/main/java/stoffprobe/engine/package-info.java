/**
 * Stages, fingerprints, manifests, publishing, lock and status of any staged pipeline; knows
 * nothing of images.
 */
@NullMarked
package stoffprobe.engine;

import org.jspecify.annotations.NullMarked;
