package stoffprobe.config;

/**
 * Where a value was written.
 *
 * @param text as a problem begins: {@code pipelines/x.yaml:17} or {@code --set training.epochs=x}
 * @param line to sort by: the line in the file; overrides come after every line
 */
record Place(String text, int line) {

  static Place inFile(String file, int line) {
    return new Place(file + ":" + line, line);
  }

  static Place inOverride(String override) {
    return new Place("--set " + Quoting.plain(override), Integer.MAX_VALUE);
  }
}
