package stoffprobe.spark;

import java.io.Serializable;

/**
 * What came of a run.
 *
 * @param exitCode of its process
 * @param log what that printed
 * @param folders what it left, as a ZIP archive
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record RunResult(String id, int exitCode, String log, byte[] folders) implements Serializable {}
