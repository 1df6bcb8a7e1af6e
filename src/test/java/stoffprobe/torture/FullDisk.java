package stoffprobe.torture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A disk that is full: a small one in memory, in a mount namespace of its own, where that is
 * allowed, and a failing file system within the program everywhere.
 */
final class FullDisk {

  private static final int BLOCK = 4096;
  private static final String FULL = "is full; free space and run again.";

  /**
   * {@code $1} size, {@code $2} mount point, {@code $3} where the results are copied to; then the
   * program. The disk grows after the first run and vanishes with the shell.
   */
  private static final String ON_A_SMALL_DISK =
      """
      small=$1 disk=$2 kept=$3; shift 3
      mount -t tmpfs -o "size=$small" tmpfs "$disk" || exit 77
      "$@" >"$kept.out" 2>"$kept.err"; echo $? >"$kept.rc"
      cp -a "$disk/smoke" "$kept" || mkdir -p "$kept"
      mount -o remount,size=1g "$disk" || exit 77
      "$@" >"$kept-again.out" 2>"$kept-again.err"; echo $? >"$kept-again.rc"
      cp -a "$disk/smoke" "$kept-again"
      """;

  private FullDisk() {}

  static List<Trial> trials(Setting setting) throws Exception {
    List<Trial> trials = new ArrayList<>();
    long needed = used(setting);
    List<Long> sizes = new ArrayList<>();
    int count = setting.scale().count(8, 1);
    for (int i = 0; i < count; i++) {
      double share = (i + setting.random().nextDouble()) / count;
      sizes.add(Math.max(BLOCK, Math.round(share * 0.95 * needed / BLOCK) * BLOCK));
    }
    for (long size : sizes) {
      trials.add(
          new Trial(
              "a disk of " + size / 1024 + " KiB",
              ground -> small(ground, size, setting.scale().extent())));
    }
    List<String> steps = KillPoints.steps(setting, "a run", ground -> {}, "explore", "preprocess");
    List<Trial> injected = new ArrayList<>();
    for (int i = 1; i <= steps.size(); i++) {
      int step = i;
      if (!steps.get(i - 1).startsWith("DELETE")) {
        injected.add(
            new Trial(
                "full from step " + step + " on (" + steps.get(i - 1) + ")",
                ground -> injected(ground, step)));
      }
    }
    trials.addAll(setting.scale().some(injected, 1, setting.random()));
    return trials;
  }

  private static void injected(Ground ground, int step) throws Exception {
    Ended run = ground.run(Program.withFault("DISK_FULL " + step), "explore", "preprocess");
    assertFull(run);
    Aftermath.isGood(ground, Extent.DATA);
  }

  private static void small(Ground ground, long size, Extent extent) throws Exception {
    Path disk = Files.createDirectories(ground.folder().resolve("disk"));
    Path kept = ground.folder().resolve("kept");
    ground.output(disk);
    List<String> command = new ArrayList<>(List.of("unshare", "--mount"));
    if (!"root".equals(System.getProperty("user.name"))) {
      command.addAll(List.of("--user", "--map-root-user"));
    }
    command.addAll(List.of("bash", "-c", ON_A_SMALL_DISK, "bash"));
    command.addAll(List.of(Long.toString(size), disk.toString(), kept.toString()));
    command.addAll(ground.program().with(ground.arguments("run", extent.named())));
    Ended shell = Running.start(command, ground.log()).ended();
    if (shell.exitCode() == 77 || shell.err().contains("unshare failed")) {
      throw new NotTried("this user may not mount a small disk: " + shell.err().strip());
    }
    assertThat(shell.exitCode()).as("%s", shell).isZero();
    assertFull(ended(kept));

    place(ground, kept);
    assertThat(ground.ask("verify").exitCode()).as("verify on the full disk").isZero();
    Ended again = ended(Path.of(kept + "-again"));
    assertThat(again.exitCode()).as("%s", again).isZero();
    place(ground, Path.of(kept + "-again"));
    Aftermath.isGood(ground, extent);
  }

  /** Makes what was copied from the disk the output folder. */
  private static void place(Ground ground, Path copied) throws Exception {
    ground.output(Files.createDirectories(Path.of(copied + "-output")));
    Files.move(copied, ground.root());
  }

  private static Ended ended(Path kept) throws Exception {
    return new Ended(
        Integer.parseInt(Files.readString(Path.of(kept + ".rc")).strip()),
        Files.readString(Path.of(kept + ".out")),
        Files.readString(Path.of(kept + ".err")),
        0);
  }

  private static void assertFull(Ended run) {
    assertThat(run.exitCode()).as("%s", run).isEqualTo(1);
    assertThat(run.err().lines()).as("%s", run).last().asString().contains(FULL);
    Aftermath.assertPlain(run);
  }

  private static long used(Setting setting) throws Exception {
    long bytes = 0;
    for (String folder : setting.scale().extent().folders()) {
      for (Path file : Outcome.files(setting.reference().root().resolve(folder))) {
        bytes += (Files.size(file) + BLOCK - 1) / BLOCK * BLOCK;
      }
    }
    return bytes;
  }
}
