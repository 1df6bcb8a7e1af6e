package stoffprobe.engine;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.LoggerConfig;
import org.apache.logging.log4j.core.config.Property;

/**
 * Listens to all that is logged while a stage works, at the level that the program logs at. It is
 * kept in memory, because it is wanted only if the stage fails, and then the disk may be full.
 */
final class AttemptLog implements AutoCloseable {

  private static final int MOST_EVENTS = 10_000;

  private final LoggerConfig logger;
  private final Memory memory = new Memory();

  private AttemptLog(LoggerConfig logger) {
    this.logger = logger;
  }

  static AttemptLog open() {
    LoggerConfig root = LoggerContext.getContext(false).getConfiguration().getRootLogger();
    AttemptLog log = new AttemptLog(root);
    log.memory.start();
    root.addAppender(log.memory, null, null);
    return log;
  }

  /** What was logged, and the failure with its stack trace. */
  byte[] with(String message, Throwable failure) {
    return (memory.text() + message + "\n" + stackTrace(failure)).getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    logger.removeAppender(memory.getName());
    memory.stop();
  }

  private static String stackTrace(Throwable failure) {
    StringWriter text = new StringWriter();
    failure.printStackTrace(new PrintWriter(text, true));
    return text.toString().replace(System.lineSeparator(), "\n");
  }

  /** The last events as lines. */
  private static final class Memory extends AbstractAppender {

    private final Deque<String> events = new ArrayDeque<>();
    private long dropped;

    Memory() {
      super("attempt", null, null, true, Property.EMPTY_ARRAY);
    }

    @Override
    public void append(LogEvent event) {
      String line =
          Instant.ofEpochMilli(event.getTimeMillis())
              + (" " + event.getLevel() + " " + event.getLoggerName() + ": ")
              + (event.getMessage().getFormattedMessage() + "\n");
      Throwable thrown = event.getThrown();
      add(thrown == null ? line : line + stackTrace(thrown));
    }

    private synchronized void add(String event) {
      events.add(event);
      if (events.size() > MOST_EVENTS) {
        events.remove();
        dropped++;
      }
    }

    synchronized String text() {
      String head = dropped == 0 ? "" : "(" + dropped + " earlier events are left out)\n";
      return head + String.join("", events);
    }
  }
}
