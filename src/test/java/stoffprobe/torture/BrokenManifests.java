package stoffprobe.torture;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** manifest.json cut, empty, of another stage, edited, or no file at all. */
final class BrokenManifests {

  private static final int CUTS = 6;
  private static final String UNREADABLE = "manifest unreadable";

  /** What is written in its place, from what is there. */
  @FunctionalInterface
  private interface Edit {
    void on(Path manifest, byte[] content) throws Exception;
  }

  private record Broken(String name, String told, Edit edit) {}

  private BrokenManifests() {}

  static List<Trial> trials(Setting setting) {
    List<Trial> named = new ArrayList<>();
    List<Trial> repaired = new ArrayList<>();
    for (String stage : Extent.ALL.stages()) {
      String folder = Extent.FOLDERS.get(stage);
      List<Broken> all = all(setting, folder);
      for (Broken broken : all) {
        String line = line(folder, broken.told());
        named.add(
            new Trial(
                folder + ", " + broken.name(),
                ground -> {
                  damage(ground, folder, broken);
                  Aftermath.isNamed(ground, line);
                }));
      }
      Broken one = all.get(setting.random().nextInt(all.size()));
      repaired.add(
          new Trial(
              folder + ", " + one.name() + ", made again",
              ground -> {
                damage(ground, folder, one);
                Aftermath.isNamedAndRepaired(ground, Extent.ALL, line(folder, one.told()));
              }));
    }
    List<Trial> trials = new ArrayList<>(setting.scale().some(named, 10, setting.random()));
    trials.addAll(setting.scale().some(repaired, 1, setting.random()));
    return trials;
  }

  private static List<Broken> all(Setting setting, String folder) {
    List<Broken> all = new ArrayList<>();
    all.add(text("empty", UNREADABLE, ""));
    all.add(text("null", UNREADABLE, "null"));
    all.add(text("a list", UNREADABLE, "[]"));
    all.add(text("nothing in it", UNREADABLE, "{}"));
    all.add(text("deep", UNREADABLE, "[".repeat(100_000)));
    all.add(text("two in one", UNREADABLE, "{}{}"));
    all.add(
        new Broken("not text", UNREADABLE, (file, old) -> Files.write(file, new byte[1_000_000])));
    for (int i = 0; i < CUTS; i++) {
      double share = (i + setting.random().nextDouble()) / CUTS;
      all.add(
          new Broken(
              "cut at " + Math.round(100 * share) + " %",
              UNREADABLE,
              (file, old) -> Files.write(file, Arrays.copyOf(old, (int) (share * old.length)))));
    }
    String other = folder.equals("1-ingest") ? "preprocess" : "ingest";
    all.add(
        new Broken(
            "that of " + other,
            "the manifest is that of " + other,
            (file, old) ->
                Files.copy(
                    file.getParent()
                        .resolveSibling(Extent.FOLDERS.get(other))
                        .resolve("manifest.json"),
                    file,
                    java.nio.file.StandardCopyOption.REPLACE_EXISTING)));
    all.add(
        new Broken(
            "an edited parameter",
            folder + "/manifest.json changed",
            (file, old) -> {
              String text = new String(old, StandardCharsets.UTF_8);
              Files.writeString(file, text.replaceFirst("(\"parameters\" : \\{)", "$1 \"x\" : 1,"));
            }));
    all.add(
        new Broken(
            "a folder",
            UNREADABLE,
            (file, old) -> {
              Files.delete(file);
              Files.createDirectory(file);
            }));
    all.add(
        new Broken(
            "missing", folder + "/manifest.json missing", (file, old) -> Files.delete(file)));
    return all;
  }

  private static Broken text(String name, String told, String text) {
    return new Broken(name, told, (file, old) -> Files.writeString(file, text));
  }

  private static void damage(Ground ground, String folder, Broken broken) throws Exception {
    ground.finished(Extent.ALL);
    Path manifest = ground.root().resolve(folder).resolve("manifest.json");
    broken.edit().on(manifest, Files.readAllBytes(manifest));
  }

  private static String line(String folder, String told) {
    return told.startsWith(folder) ? told : folder + ": " + told;
  }
}
