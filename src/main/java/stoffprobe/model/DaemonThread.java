package stoffprobe.model;

import java.util.concurrent.ThreadFactory;

/** Threads that don't keep the process alive if somebody forgets to close what started them. */
final class DaemonThread {

  private DaemonThread() {}

  static ThreadFactory named(String name) {
    return task -> {
      Thread thread = new Thread(task, name);
      thread.setDaemon(true);
      return thread;
    };
  }
}
