package stoffprobe.spark;

import java.io.Serializable;

/**
 * A run as a task gets it.
 *
 * @param id names it
 * @param model the one it trains
 * @param pipeline its pipeline file's text
 */
record RunOrder(String id, String model, String pipeline) implements Serializable {}
