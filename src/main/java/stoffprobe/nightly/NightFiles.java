package stoffprobe.nightly;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import stoffprobe.engine.RecordJson;
import stoffprobe.engine.SafeFiles;

/** What a night leaves for people and programs, and the history of all nights. */
final class NightFiles {

  private final Path folder;
  private final NightView view;
  private final History history;

  NightFiles(Path folder, NightView view) {
    this.folder = folder;
    this.view = view;
    history = new History(folder.resolve("history.jsonl"));
  }

  /** The nights so far, oldest first. */
  List<PastNight> nights() throws IOException {
    return history.nights();
  }

  /** Replaces {@code nightly.json}, {@code .xml} and {@code .html}, and adds to the history. */
  void keep(Night night) throws IOException {
    SafeFiles.write(folder.resolve("nightly.json"), RecordJson.PRETTY.writeValueAsBytes(night));
    write("nightly.xml", JUnitXml.of(night));
    history.add(PastNight.of(night));
    write("nightly.html", view.html(night, history.nights()));
  }

  private void write(String name, String text) throws IOException {
    SafeFiles.write(folder.resolve(name), text.getBytes(StandardCharsets.UTF_8));
  }
}
