package stoffprobe.sweep.text;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import stoffprobe.report.chart.ModelLabel;
import stoffprobe.report.text.Bilingual;
import stoffprobe.sweep.VariantResult;

/** How a variant is called: {@code CNN}, {@code CNN, batch 128}. */
public final class VariantLabel {

  private VariantLabel() {}

  public static String of(VariantResult variant) {
    return Stream.concat(Stream.of(ModelLabel.of(variant.model())), values(variant.values()))
        .collect(Collectors.joining(", "));
  }

  /** The same for a sentence. */
  static Bilingual name(VariantResult variant) {
    return Bilingual.same(of(variant));
  }

  /** A key without what is always the same: {@code batch}. */
  public static String key(String key) {
    return key.replaceFirst("^models\\.[^.]+\\.", "").replaceFirst("^training\\.", "");
  }

  private static Stream<String> values(Map<String, String> values) {
    return values.entrySet().stream().map(entry -> key(entry.getKey()) + " " + entry.getValue());
  }
}
