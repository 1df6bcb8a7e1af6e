package stoffprobe.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * If these numbers changed, every seeded result would change without a word. The pinned ones were
 * computed by another program (Python) after the published algorithm.
 */
class RandomStreamTest {

  @Test
  void streamNeverChanges() {
    RandomGenerator random = RandomStream.of(42, "shuffle", 1);

    assertThat(random.nextLong()).isEqualTo(-124087950445411725L);
    assertThat(random.nextLong()).isEqualTo(-2327989850317431821L);
    assertThat(random.nextLong()).isEqualTo(1642491571214615328L);
  }

  @Test
  void purposeIsHashedAsUtf8WhateverTheSeed() {
    assertThat(RandomStream.of(-7, "Größe").nextLong()).isEqualTo(-1899560694856992377L);
  }

  @Test
  void permutationNeverChanges() {
    assertThat(RandomStream.permutation(RandomStream.of(42, "shuffle", 1), 10))
        .containsExactly(2, 0, 3, 7, 5, 6, 9, 1, 4, 8);
  }

  @Test
  void purposesAndIndicesHaveStreamsOfTheirOwn() {
    assertThat(
            IntStream.of(
                    RandomStream.of(1, "a").nextInt(),
                    RandomStream.of(2, "a").nextInt(),
                    RandomStream.of(1, "b").nextInt(),
                    RandomStream.of(1, "a", 1).nextInt(),
                    RandomStream.of(1, "a", 1, 1).nextInt(),
                    RandomStream.of(1, "a", 11).nextInt())
                .distinct())
        .hasSize(6);
  }

  @Test
  void purposeThatCouldBeMistakenForAnIndexIsRefused() {
    assertThatThrownBy(() -> RandomStream.of(1, "a|1"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void permutationHoldsEachNumberOnce() {
    RandomGenerator random = RandomStream.of(3, "permutations");
    for (int n = 0; n < 50; n++) {
      int[] sorted = RandomStream.permutation(random, n);
      Arrays.sort(sorted);

      assertThat(sorted).isEqualTo(IntStream.range(0, n).toArray());
    }
  }

  @Test
  void everyOrderOfThreeIsEquallyLikely() {
    RandomGenerator random = RandomStream.of(5, "orders");
    int draws = 60_000;
    int[] counts = new int[27];
    for (int i = 0; i < draws; i++) {
      int[] order = RandomStream.permutation(random, 3);
      counts[9 * order[0] + 3 * order[1] + order[2]]++;
    }
    // Six orders; 10000 each, 5 standard deviations are 456.
    int[] seen = Arrays.stream(counts).filter(count -> count > 0).toArray();
    assertThat(seen).hasSize(6);
    assertThat(Arrays.stream(seen)).allSatisfy(count -> assertThat(count).isBetween(9544, 10456));
  }

  @Test
  void numberIsDrawnAgainWhereTheRemainderWouldFavourSmallOnes() {
    // 2^32 is 2 * 2^31 less nothing, but 3 fits 1431655765 times and leaves the draw 2^32 - 1.
    long[] draws = {-1L, 5L << 32};
    int[] next = {0};
    RandomGenerator fixed = () -> draws[next[0]++];

    assertThat(RandomStream.below(fixed, 3)).isEqualTo(2);
    assertThat(next[0]).isEqualTo(2);
  }

  @Test
  void boundBelowOneIsRefused() {
    RandomGenerator random = RandomStream.of(1, "a");

    assertThatThrownBy(() -> RandomStream.below(random, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
