package stoffprobe.ingest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import stoffprobe.data.LabelledImages;
import stoffprobe.data.Npy;
import stoffprobe.data.Sha256;
import stoffprobe.data.Split;

/**
 * Which images of a data set without a test set become one; both parts keep the order of the
 * source.
 *
 * <p>Of each class the same share is taken, by the order of a hash of the seed and the pixels. So
 * an image that is added or removed moves hardly another from one side to the other, and images
 * that are equal pixel for pixel stay on one side, where a random draw would let the network be
 * examined on what it learned by heart.
 */
record TestSplit(List<Integer> train, List<Integer> test) {

  TestSplit {
    train = List.copyOf(train);
    test = List.copyOf(test);
  }

  private record Candidate(int index, String key) {}

  /**
   * Draws the test set.
   *
   * @param share of each class, rounded to whole images: at least one, where there are two or more,
   *     and never all; equal images may make it more or less
   */
  static TestSplit byShare(LabelledImages images, double share, long seed) {
    TreeMap<Integer, List<Candidate>> classes = new TreeMap<>();
    List<String> keys = keys(images, "test", seed);
    for (int i = 0; i < images.count(); i++) {
      classes
          .computeIfAbsent(images.labels().get(i), label -> new ArrayList<>())
          .add(new Candidate(i, keys.get(i)));
    }
    BitSet chosen = new BitSet();
    for (List<Candidate> members : classes.values()) {
      members.sort(Comparator.comparing(Candidate::key).thenComparing(Candidate::index));
      members.subList(0, count(members, share)).forEach(member -> chosen.set(member.index()));
    }
    List<Integer> train = new ArrayList<>();
    List<Integer> test = new ArrayList<>();
    for (int i = 0; i < images.count(); i++) {
      (chosen.get(i) ? test : train).add(i);
    }
    return new TestSplit(train, test);
  }

  private static List<String> keys(LabelledImages images, String purpose, long seed) {
    MessageDigest digest = Sha256.start();
    byte[] start = ("stoffprobe/1|" + seed + "|" + purpose + "|").getBytes(StandardCharsets.UTF_8);
    List<String> keys = new ArrayList<>();
    for (int i = 0; i < images.count(); i++) {
      digest.update(start);
      digest.update(images.images().view(i));
      keys.add(HexFormat.of().formatHex(digest.digest()));
    }
    return keys;
  }

  /** The same parts in a mixed order: files that are sorted by class make no good batches. */
  TestSplit mixed(LabelledImages images, long seed) {
    List<String> keys = keys(images, "order", seed);
    Comparator<Integer> order =
        Comparator.comparing((Integer index) -> keys.get(index)).thenComparing(index -> index);
    return new TestSplit(
        train.stream().sorted(order).toList(), test.stream().sorted(order).toList());
  }

  /** How many of the sorted members are taken: no border lies between equal ones if it can be. */
  private static int count(List<Candidate> members, double share) {
    int wanted = (int) Math.max(1, Math.round(members.size() * share));
    int count = Math.min(wanted, members.size() - 1);
    for (int more = count; more < members.size(); more++) {
      if (border(members, more)) {
        return more;
      }
    }
    for (int less = count; less > 0; less--) {
      if (border(members, less)) {
        return less;
      }
    }
    return count;
  }

  private static boolean border(List<Candidate> members, int at) {
    return at > 0 && !members.get(at - 1).key().equals(members.get(at).key());
  }

  /** Divides the training set in {@code folder}, which holds all images, into the two. */
  static void divide(Path folder, double share, long seed) throws IOException {
    Path images = folder.resolve("all-images.npy");
    Path labels = folder.resolve("all-labels.npy");
    Files.move(folder.resolve(Split.TRAIN.imagesFile()), images);
    Files.move(folder.resolve(Split.TRAIN.labelsFile()), labels);
    LabelledImages all = new LabelledImages(Npy.readImages(images), Npy.readLabels(labels));
    byShare(all, share, seed).write(all, folder);
    Files.delete(images);
    Files.delete(labels);
  }

  /** Writes the two parts' arrays. */
  void write(LabelledImages all, Path folder) throws IOException {
    write(all, train, Split.TRAIN, folder);
    write(all, test, Split.TEST, folder);
  }

  private static void write(LabelledImages all, List<Integer> part, Split split, Path folder)
      throws IOException {
    int[] indices = part.stream().mapToInt(Integer::intValue).toArray();
    Npy.write(folder.resolve(split.imagesFile()), all.images(), indices);
    Npy.write(folder.resolve(split.labelsFile()), all.labels().select(indices));
  }
}
