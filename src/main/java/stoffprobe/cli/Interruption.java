package stoffprobe.cli;

import java.util.Optional;

/**
 * What a signal does to a command: one that changes an output folder is interrupted, so that it can
 * write down how it ended; all others have nothing to lose.
 */
public final class Interruption {

  private volatile Optional<Thread> worker = Optional.empty();
  private volatile boolean serving;

  /** Work that throws what the engine throws. */
  @FunctionalInterface
  interface Work {
    void run() throws Exception;
  }

  /** Does {@code work}, which answers an interrupt by ending soon. */
  void during(Work work) throws Exception {
    worker = Optional.of(Thread.currentThread());
    try {
      work.run();
    } finally {
      worker = Optional.empty();
    }
  }

  /** The same with work that a signal is the usual end of. */
  void serving(Work work) throws Exception {
    serving = true;
    try {
      during(work);
    } finally {
      serving = false;
    }
  }

  /** Whether the work under way is one that a signal is the usual end of. */
  public boolean isServing() {
    return serving;
  }

  /** Whether there is such work under way. */
  public boolean possible() {
    return worker.isPresent();
  }

  /** Interrupts such work; false if there is none. */
  public boolean interrupt() {
    Optional<Thread> interrupted = worker;
    interrupted.ifPresent(Thread::interrupt);
    return interrupted.isPresent();
  }
}
