package stoffprobe.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import stoffprobe.report.chart.Agreement;
import stoffprobe.report.chart.Charts;
import stoffprobe.report.chart.ModelCoverage;
import stoffprobe.report.chart.ModelReliability;
import stoffprobe.report.facts.Certainty;
import stoffprobe.report.facts.Certainty.Bin;
import stoffprobe.report.facts.Certainty.Coverage;
import stoffprobe.report.facts.Certainty.Measured;
import stoffprobe.report.facts.ModelRun;
import stoffprobe.report.facts.Run;

/**
 * The figures of where the models agree and how sure they are.
 *
 * @param agreement of the two most accurate models; none for a single one
 */
public record CertaintyFigures(Optional<Drawing> agreement, Drawing reliability, Drawing coverage) {

  static CertaintyFigures draw(Run run) {
    List<ModelReliability> bins = run.models().stream().map(m -> reliability(run, m)).toList();
    List<ModelCoverage> coverage = run.models().stream().map(m -> coverage(run, m)).toList();
    return new CertaintyFigures(
        run.bestPair()
            .map(
                pair ->
                    new Agreement(
                        pair.a(),
                        pair.b(),
                        pair.bothCorrect(),
                        pair.onlyACorrect(),
                        pair.onlyBCorrect(),
                        pair.bothWrong()))
            .map(
                counts ->
                    Drawing.of("figure.agreement", l -> Charts.agreement(l, counts))
                        .orNarrow(l -> Charts.narrowAgreement(l, counts))),
        Drawing.of("figure.reliability", l -> Charts.reliability(l, bins))
            .orNarrow(l -> Charts.narrowReliability(l, bins)),
        Drawing.of("figure.coverage", l -> Charts.coverage(l, coverage))
            .orNarrow(l -> Charts.narrowCoverage(l, coverage)));
  }

  List<Drawing> all() {
    return Stream.concat(agreement.stream(), Stream.of(reliability, coverage)).toList();
  }

  private static ModelReliability reliability(Run run, ModelRun model) {
    Certainty certainty = run.certainty(model);
    return new ModelReliability(
        model.name(),
        certainty.bins().stream()
            .flatMap(bin -> bin.measured().map(found -> bin(bin, found)).stream())
            .toList());
  }

  private static ModelReliability.Bin bin(Bin bin, Measured found) {
    return new ModelReliability.Bin(
        bin.low(),
        bin.high(),
        bin.count(),
        found.confidence(),
        found.accuracy(),
        found.interval().low(),
        found.interval().high());
  }

  private static ModelCoverage coverage(Run run, ModelRun model) {
    return new ModelCoverage(
        model.name(),
        run.certainty(model).coverage().stream().map(CertaintyFigures::point).toList());
  }

  private static ModelCoverage.Point point(Coverage row) {
    return new ModelCoverage.Point(
        row.handedOver(), row.accuracy(), row.interval().low(), row.interval().high());
  }
}
