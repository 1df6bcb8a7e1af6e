package stoffprobe.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Keeps a result although its recorded code or environment changed. */
final class Acceptor {

  private final Layout layout;
  private final FileOperations files;

  Acceptor(Layout layout, FileOperations files) {
    this.layout = layout;
    this.files = files;
  }

  /**
   * Writes a manifest that names the code and environment of today, and what they were.
   *
   * @param found the stage, stale
   * @return what was accepted
   * @throws StageException if more than code and environment differs
   */
  List<String> accept(Examination found, Instant now) throws IOException, StageException {
    String name = found.stage().name();
    List<String> changes = found.texts();
    boolean acceptable = found.reasons().stream().allMatch(reason -> reason.kind().acceptable());
    if (!acceptable || found.manifest().isEmpty()) {
      throw new StageException(
          name
              + " can't be accepted, because more than code or environment changed: "
              + String.join("; ", changes)
              + ". Run it again.");
    }
    Manifest old = found.manifest().get();
    Stage stage = found.stage();
    List<Acceptance> accepted = new ArrayList<>(old.accepted());
    accepted.add(new Acceptance(now, changes));
    Environment environment = stage.environment();
    Manifest manifest =
        new Manifest(
            old.stage(),
            Fingerprint.of(old.inputs(), old.parameters(), stage.code(), environment.decisive()),
            old.inputs(),
            old.parameters(),
            stage.code(),
            environment,
            old.outputs(),
            old.started(),
            old.seconds(),
            accepted);
    replace(layout.published(stage.folder()), stage.folder(), manifest);
    return changes;
  }

  /** Beside the stage's folder first, then over the old one in one step. */
  private void replace(Path published, String folder, Manifest manifest) throws IOException {
    Path next = layout.staging(folder);
    files.write(next, manifest.bytes());
    files.rename(next, published.resolve(Manifest.FILE));
    files.sync(published);
  }
}
