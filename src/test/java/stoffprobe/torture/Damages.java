package stoffprobe.torture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Every output file, one at a time: a flipped bit, a cut, a byte more, the file gone. Each is
 * named; a stage with all its files damaged, and one of each alone, is made again.
 */
final class Damages {

  /** What can happen to a file. */
  private enum Damage {
    FLIPPED("changed"),
    CUT("changed"),
    LONGER("changed"),
    GONE("missing");

    private final String word;

    Damage(String word) {
      this.word = word;
    }

    void to(Path file) throws Exception {
      switch (this) {
        case FLIPPED -> Ground.flip(file);
        case CUT -> {
          try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(channel.size() - 1);
          }
        }
        case LONGER -> Files.write(file, new byte[] {0}, StandardOpenOption.APPEND);
        case GONE -> Files.delete(file);
      }
    }
  }

  private Damages() {}

  static List<Trial> trials(Setting setting) throws Exception {
    List<Trial> named = new ArrayList<>();
    List<Trial> repaired = new ArrayList<>();
    for (String stage : Extent.ALL.stages()) {
      List<String> files = files(setting, Extent.FOLDERS.get(stage));
      for (String file : files) {
        for (Damage damage : List.of(Damage.FLIPPED, Damage.GONE)) {
          named.add(new Trial(file + " " + damage, ground -> named(ground, file, damage)));
        }
      }
      Damage damage = Damage.values()[setting.random().nextInt(Damage.values().length)];
      String one = files.get(setting.random().nextInt(files.size()));
      for (Damage other : List.of(Damage.CUT, Damage.LONGER)) {
        named.add(new Trial(one + " " + other, ground -> named(ground, one, other)));
      }
      repaired.add(new Trial(one + " alone", ground -> repaired(ground, List.of(one), damage)));
      repaired.add(new Trial("all of " + stage, ground -> repaired(ground, files, damage)));
    }
    List<Trial> trials = new ArrayList<>(setting.scale().some(named, 20, setting.random()));
    trials.addAll(setting.scale().some(repaired, 1, setting.random()));
    return trials;
  }

  private static List<String> files(Setting setting, String folder) throws Exception {
    Path root = setting.reference().root();
    return Outcome.files(root.resolve(folder)).stream()
        .map(file -> root.relativize(file).toString())
        .filter(file -> !file.endsWith("/manifest.json"))
        .toList();
  }

  private static void named(Ground ground, String file, Damage damage) throws Exception {
    ground.finished(Extent.ALL);
    damage.to(ground.root().resolve(file));
    Aftermath.isNamed(ground, file + " " + damage.word);
  }

  private static void repaired(Ground ground, List<String> files, Damage damage) throws Exception {
    ground.finished(Extent.ALL);
    List<String> lines = new ArrayList<>();
    for (String file : files) {
      damage.to(ground.root().resolve(file));
      lines.add(file + " " + damage.word);
    }
    assertThat(lines).isNotEmpty();
    Aftermath.isNamedAndRepaired(ground, Extent.ALL, lines.toArray(String[]::new));
  }
}
