package stoffprobe.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class NumbersTest {

  @Test
  void thousandsHaveAPointInGermanAndACommaInEnglish() {
    assertThat(Numbers.whole(235_146)).isEqualTo(new Bilingual("235.146", "235,146"));
    assertThat(Numbers.whole(-1_000)).isEqualTo(new Bilingual("−1.000", "−1,000"));
    assertThat(Numbers.whole(999)).isEqualTo(Bilingual.same("999"));
  }

  @Test
  void decimalsKeepTheirDigitsAndRoundHalvesUp() {
    assertThat(Numbers.decimal(0.88, 3)).isEqualTo(new Bilingual("0,880", "0.880"));
    assertThat(Numbers.decimal(0.0625, 3)).isEqualTo(new Bilingual("0,063", "0.063"));
    assertThat(Numbers.decimal(1234.5, 1)).isEqualTo(new Bilingual("1.234,5", "1,234.5"));
    assertThat(Numbers.decimal(Double.NaN, 2)).isEqualTo(Bilingual.same("–"));
  }

  @Test
  void percentSignsFollowTheLanguage() {
    assertThat(Numbers.percent(0.8847, 1)).isEqualTo(new Bilingual("88,5\u00a0%", "88.5%"));
    assertThat(Numbers.shortPercent(0.1)).isEqualTo(new Bilingual("10\u00a0%", "10%"));
    assertThat(Numbers.shortPercent(1 / 3.0)).isEqualTo(new Bilingual("33,3\u00a0%", "33.3%"));
  }

  @Test
  void settingsKeepTheDigitsTheyHave() {
    assertThat(Numbers.plain(0.001).de()).isEqualTo("0,001");
    assertThat(Numbers.plain(255).de()).isEqualTo("255");
    assertThat(Numbers.plain(100).en()).isEqualTo("100");
  }

  @Test
  void signsAreShownAndZeroHasNone() {
    assertThat(Numbers.signed(12).de()).isEqualTo("+12");
    assertThat(Numbers.signed(-3).de()).isEqualTo("−3");
    assertThat(Numbers.signed(0).de()).isEqualTo("±0");
    assertThat(Numbers.signed(-0.0213, 2).de()).isEqualTo("−0,02");
    assertThat(Numbers.signed(-0.0001, 2).de()).isEqualTo("±0,00");
  }

  @Test
  void smallProbabilitiesAreWrittenAsPowersOfTen() {
    assertThat(Numbers.probability(0.00634765625).de()).isEqualTo("0,0063");
    assertThat(Numbers.probability(0.774).en()).isEqualTo("0.77");
    assertThat(Numbers.probability(1).de()).isEqualTo("1,00");
    assertThat(Numbers.probability(2.13e-12))
        .isEqualTo(new Bilingual("2,1\u00a0·\u00a010⁻¹²", "2.1\u00a0×\u00a010⁻¹²"));
    assertThat(Numbers.probability(0).en()).isEqualTo("below 10⁻³⁰⁰");
  }

  @Test
  void durationsTakeTheUnitsThatSuitThem() {
    assertThat(Times.duration(0.084).de()).isEqualTo("0,08\u00a0s");
    assertThat(Times.duration(59.6).en()).isEqualTo("1\u00a0min 0\u00a0s");
    assertThat(Times.duration(185).en()).isEqualTo("3\u00a0min 5\u00a0s");
    assertThat(Times.duration(4_320).en()).isEqualTo("1\u00a0h 12\u00a0min");
  }

  @Test
  void momentsAreUtcAndSaySo() {
    Bilingual moment = Times.moment(Instant.parse("2026-03-14T09:26:53Z"));
    assertThat(moment.de()).isEqualTo("14. März 2026, 09:26 Uhr (UTC)");
    assertThat(moment.en()).isEqualTo("14 March 2026, 09:26 (UTC)");
  }

  @Test
  void valuesWithBracesAreNotFilledAgain() {
    Bilingual evil = Bilingual.same("{1} $1 \\");
    assertThat(Bilingual.of("{0}/{1}", "{1}/{0}", evil, Bilingual.same("b")))
        .isEqualTo(new Bilingual("{1} $1 \\/b", "b/{1} $1 \\"));
  }

  @Test
  void listsEndWithAnd() {
    List<Bilingual> parts = List.of(Bilingual.same("a"), Bilingual.same("b"), Bilingual.same("c"));
    assertThat(Bilingual.list(parts)).isEqualTo(new Bilingual("a, b und c", "a, b and c"));
    assertThat(Bilingual.list(parts.subList(0, 1))).isEqualTo(Bilingual.same("a"));
  }
}
