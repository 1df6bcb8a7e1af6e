package stoffprobe.bench.peer;

import ai.djl.Device;
import ai.djl.Model;
import ai.djl.engine.Engine;
import java.util.Locale;

/** The peer's engine, started once a process. */
final class Peer {

  private Peer() {}

  /**
   * Starts libtorch with {@code threads} threads. They spin while they wait for one another, as is
   * their default.
   */
  static Engine start(int threads) {
    System.setProperty("ai.djl.pytorch.num_threads", Integer.toString(threads));
    System.setProperty("ai.djl.pytorch.num_interop_threads", Integer.toString(threads));
    // Nothing is looked up or reported outside.
    System.setProperty("ai.djl.offline", "true");
    return Engine.getEngine("PyTorch");
  }

  /** An empty model with the layers of {@code network}. */
  static Model model(Engine engine, PeerNetwork network) {
    Model model = Model.newInstance(network.fileName(), Device.cpu(), engine.getEngineName());
    model.setBlock(network.newBlock());
    return model;
  }

  static void print(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }
}
