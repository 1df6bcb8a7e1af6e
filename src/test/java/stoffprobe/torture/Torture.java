package stoffprobe.torture;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Does to the program, on purpose, what happens to programs by chance, and looks whether anything
 * was lost or anything wrong was accepted. {@code make torture} runs it.
 *
 * <pre>{@code
 * make torture ARGS='--seed 7 --only SIGINT'
 * }</pre>
 */
public final class Torture {

  /** Kept, as questions that are asked within this process redirect the stream for a moment. */
  private static final PrintStream OUT = System.out;

  private final Scale scale;
  private final Program program;
  private final Path folder;
  private final long seed;
  private final Tally tally = new Tally();

  Torture(Scale scale, Program program, Path folder, long seed) {
    this.scale = scale;
    this.program = program;
    this.folder = folder.toAbsolutePath();
    this.seed = seed;
  }

  /** {@code --launcher FILE --folder DIR [--seed N] [--only TEXT]}; exits with 1 if a fault won. */
  public static void main(String[] args) throws Exception {
    Path launcher = Path.of("target/stoffprobe");
    Path folder = Path.of("target/torture");
    long seed = System.currentTimeMillis() % 1_000_000;
    String only = "";
    for (int i = 0; i < args.length - 1; i += 2) {
      switch (args[i]) {
        case "--launcher" -> launcher = Path.of(args[i + 1]);
        case "--folder" -> folder = Path.of(args[i + 1]);
        case "--seed" -> seed = Long.parseLong(args[i + 1]);
        case "--only" -> only = args[i + 1];
        default -> throw new IllegalArgumentException("unknown: " + args[i]);
      }
    }
    Torture torture = new Torture(Scale.LONG, Program.launcher(launcher), folder, seed);
    Tally tally = torture.run(only);
    OUT.print(tally);
    System.exit(tally.allSurvived() ? 0 : 1);
  }

  /**
   * Tries everything.
   *
   * @param only part of the name of the kinds to try; empty: all
   */
  Tally run(String only) throws Exception {
    Ground.delete(folder);
    OUT.println("Seed " + seed + ", trials in " + folder);
    Reference reference = Reference.make(program, folder.resolve("undisturbed"));
    ExecutorService workers =
        Executors.newFixedThreadPool(Math.max(2, Runtime.getRuntime().availableProcessors()));
    try {
      for (Kind kind : Kind.all()) {
        if (kind.name().contains(only)) {
          run(kind, reference, workers);
        }
      }
    } finally {
      workers.shutdownNow();
    }
    if (tally.allSurvived()) {
      Ground.delete(folder);
    }
    return tally;
  }

  private void run(Kind kind, Reference reference, ExecutorService workers) throws Exception {
    long start = System.nanoTime();
    Path place = folder.resolve(kind.name().replaceAll("[^A-Za-z0-9]+", "-"));
    Path rehearsals = place.resolve("rehearsals");
    Random random = new Random(seed);
    List<Trial> trials =
        kind.trials().in(new Setting(scale, program, reference, rehearsals, random));
    List<Future<?>> all = new ArrayList<>();
    for (int i = 0; i < trials.size(); i++) {
      Trial trial = trials.get(i);
      Ground ground = new Ground(program, reference, place.resolve(Integer.toString(i + 1)));
      all.add(workers.submit(() -> attempt(kind, trial, ground)));
    }
    for (Future<?> one : all) {
      one.get();
    }
    Ground.delete(rehearsals);
    double seconds = (System.nanoTime() - start) / 1e9;
    tally.took(kind.name(), seconds);
    OUT.printf("%s: %d trials in %.0f s%n", kind.name(), trials.size(), seconds);
  }

  private void attempt(Kind kind, Trial trial, Ground ground) {
    try {
      Files.createDirectories(ground.folder());
      trial.body().on(ground);
      tally.survived(kind.name());
      Ground.delete(ground.folder());
    } catch (NotTried e) {
      tally.notTried(kind.name(), e.getMessage());
    } catch (Exception | AssertionError e) {
      String what = trial.name() + ", kept in " + ground.folder();
      tally.failed(kind.name(), what);
      OUT.println("NOT SURVIVED: " + kind.name() + ": " + what + "\n" + stackTrace(e, ground));
    }
  }

  private static String stackTrace(Throwable failure, Ground ground) {
    StringWriter text = new StringWriter();
    failure.printStackTrace(new PrintWriter(text, true));
    try {
      Files.writeString(ground.folder().resolve("failure.txt"), text.toString());
    } catch (IOException e) {
      text.append("(not written down: " + e + ")");
    }
    return text.toString();
  }
}
