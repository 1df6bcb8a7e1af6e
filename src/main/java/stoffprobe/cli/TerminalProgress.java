package stoffprobe.cli;

import java.io.PrintStream;
import java.util.Locale;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import stoffprobe.engine.Progress;

/** A bar with rate and time left on stderr. */
final class TerminalProgress implements Progress {

  private final PrintStream terminal;

  private TerminalProgress(PrintStream terminal) {
    this.terminal = terminal;
  }

  /** A bar if stderr is a terminal, which the launcher tells; nothing if it is a file or a pipe. */
  static Progress create() {
    return Boolean.getBoolean("stoffprobe.terminal")
        ? new TerminalProgress(System.err)
        : Progress.NONE;
  }

  @Override
  public Task start(String task, long total, String unit) {
    ProgressBar bar =
        new ProgressBarBuilder()
            .setTaskName(task)
            .setInitialMax(total)
            .setStyle(ProgressBarStyle.ASCII)
            .setUpdateIntervalMillis(200)
            .showSpeed(
                new java.text.DecimalFormat(
                    "#,##0", java.text.DecimalFormatSymbols.getInstance(Locale.ROOT)))
            .setUnit(" " + unit, 1)
            .setConsumer(new ConsoleProgressBarConsumer(terminal, 100))
            .clearDisplayOnFinish()
            .build();
    return new Task() {
      @Override
      public void advance(long units) {
        bar.stepBy(units);
      }

      @Override
      public void close() {
        bar.close();
      }
    };
  }
}
