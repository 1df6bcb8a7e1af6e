package stoffprobe.spark;

import java.io.IOException;
import java.io.InputStream;
import stoffprobe.Main;

/** The program as a run's process: it ends with the executor that started it, however that ends. */
public final class RunMain {

  private RunMain() {}

  /** {@link Main#main}, for as long as standard input is open. */
  public static void main(String[] args) {
    Thread watch = new Thread(() -> haltAtEnd(System.in), "executor");
    watch.setDaemon(true);
    watch.start();
    Main.main(args);
  }

  private static void haltAtEnd(InputStream in) {
    try {
      in.transferTo(java.io.OutputStream.nullOutputStream());
    } catch (IOException e) {
      // gone as well
    }
    Runtime.getRuntime().halt(1);
  }
}
