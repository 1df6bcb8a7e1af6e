package stoffprobe.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A level told wrong lets results of another arithmetic pass as the same. */
final class InstructionSetTest {

  private static final String OLD = "fpu sse sse2";
  private static final String SSE41 = OLD + " ssse3 sse4_1 sse4_2";
  private static final String AVX = SSE41 + " avx";
  private static final String AVX2 = AVX + " avx2 fma";
  private static final String AVX512 = AVX2 + " avx512f avx512bw avx512vl avx512dq";

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    OLD + ",sse2",
    SSE41 + ",sse41",
    AVX + ",avx",
    AVX2 + ",avx2",
    AVX2 + " avx512f avx512cd,avx2", // Xeon Phi: too little of AVX-512 for the kernels
    AVX512 + ",avx512",
    AVX512 + " avx512_bf16 amx_tile,avx512"
  })
  void theLevelIsTheHighestThatTheProcessorHasAllOf(String flags, String level) throws IOException {
    assertThat(InstructionSet.word(cpuinfo(flags), "amd64", Map.of())).isEqualTo(level);
  }

  @ParameterizedTest
  @CsvSource({
    "AVX2,avx2",
    "avx2_vnni,avx2",
    "AVX,avx",
    "SSE41,sse41",
    "AVX512_CORE,avx512",
    "ALL,avx512",
    "nonsense,avx512",
    "'',avx512"
  })
  void aLimitCountsAsOneDnnReadsIt(String limit, String level) throws IOException {
    Path cpuinfo = cpuinfo(AVX512);

    assertThat(InstructionSet.word(cpuinfo, "amd64", Map.of("ONEDNN_MAX_CPU_ISA", limit)))
        .isEqualTo(level);
    assertThat(InstructionSet.word(cpuinfo, "amd64", Map.of("DNNL_MAX_CPU_ISA", limit)))
        .isEqualTo(level);
  }

  @Test
  void theNewNameOfALimitGoesBeforeTheOldOneUnlessItIsEmpty() throws IOException {
    Path cpuinfo = cpuinfo(AVX512);

    assertThat(
            InstructionSet.word(
                cpuinfo, "amd64", Map.of("ONEDNN_MAX_CPU_ISA", "AVX", "DNNL_MAX_CPU_ISA", "AVX2")))
        .isEqualTo("avx");
    assertThat(
            InstructionSet.word(
                cpuinfo, "amd64", Map.of("ONEDNN_MAX_CPU_ISA", "", "DNNL_MAX_CPU_ISA", "AVX2")))
        .isEqualTo("avx2");
  }

  @Test
  void noLimitGivesAProcessorMoreThanItHas() throws IOException {
    assertThat(
            InstructionSet.word(cpuinfo(AVX), "amd64", Map.of("ONEDNN_MAX_CPU_ISA", "AVX512_CORE")))
        .isEqualTo("avx");
  }

  @Test
  void whereLinuxTellsNoFlagsTheArchitectureStands() throws IOException {
    Path arm = Files.writeString(folder.resolve("arm"), "processor\t: 0\nFeatures\t: fp asimd\n");

    assertThat(InstructionSet.word(arm, "aarch64", Map.of())).isEqualTo("arm64");
    assertThat(InstructionSet.word(folder.resolve("none"), "x86_64", Map.of())).isEqualTo("x86_64");
  }

  private Path cpuinfo(String flags) throws IOException {
    return Files.writeString(
        folder.resolve("cpuinfo"), "processor\t: 0\nflags\t\t: " + flags + "\nbugs\t\t:\n");
  }
}
