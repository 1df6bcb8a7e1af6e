package stoffprobe.engine;

import java.io.IOException;
import java.util.Optional;

/**
 * What a stage saves of its unfinished work, so that after a kill the next attempt goes on from
 * there. It is only ever given back to a stage whose fingerprint is the same, so whatever decides
 * the result is as it was.
 */
public interface Checkpoint {

  /** Remembers nothing. */
  Checkpoint NONE =
      new Checkpoint() {
        @Override
        public Optional<byte[]> load() {
          return Optional.empty();
        }

        @Override
        public void save(byte[] content) {}
      };

  /**
   * What was saved last.
   *
   * @return empty if nothing was saved, it is damaged, or it belongs to another fingerprint
   */
  Optional<byte[]> load() throws IOException;

  /**
   * Replaces what was saved; after a kill at any instant the old content or the new one is there.
   *
   * @throws StageException if an input changed since the stage began; nothing is saved then
   */
  void save(byte[] content) throws IOException, StageException;
}
