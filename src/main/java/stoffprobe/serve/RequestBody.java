package stoffprobe.serve;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.Semaphore;

/**
 * Reads a request's body, no more of it than is allowed, and no more bodies at once than there is
 * memory for: however many clients there are, and whatever length they promise.
 */
final class RequestBody implements AutoCloseable {

  /** What memory is counted in. */
  static final int BLOCK = 1 << 16;

  private final int most;
  private final Semaphore memory;
  private int held;

  /**
   * Prepares to read one.
   *
   * @param most bytes
   * @param memory blocks that all bodies may take together
   */
  RequestBody(int most, Semaphore memory) {
    this.most = most;
    this.memory = memory;
  }

  /**
   * Reads a whole body.
   *
   * @throws Refusal if it is empty, too long, or ends too soon; or there is no memory for it
   */
  byte[] read(InputStream in) throws Refusal {
    try {
      return whole(in);
    } catch (IOException e) {
      throw new Refusal(
          400,
          "The body ends before its Content-Length, or its chunks are not as HTTP has them.",
          e);
    }
  }

  private byte[] whole(InputStream in) throws IOException, Refusal {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    byte[] block = new byte[BLOCK];
    for (int read = in.read(block); read >= 0; read = in.read(block)) {
      if (body.size() + read > most) {
        throw new Refusal(
            413, "The body has more than " + most + " bytes. Send a smaller picture.");
      }
      body.write(block, 0, read);
      hold(body.size());
    }
    if (body.size() == 0) {
      throw new Refusal(400, "The body is empty. Send a PNG or JPEG file, or pixels as JSON.");
    }
    return body.toByteArray();
  }

  /** Gives the memory back. */
  @Override
  public void close() {
    memory.release(held);
    held = 0;
  }

  /** A body's array may be twice as long as its content, and is copied at the end. */
  private void hold(int bytes) throws Refusal {
    int needed = 1 + 3 * bytes / BLOCK;
    if (needed > held) {
      if (!memory.tryAcquire(needed - held)) {
        throw new Refusal(503, "Too many large requests are under way. Try again in a second.");
      }
      held = needed;
    }
  }
}
