package stoffprobe.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stoffprobe.report.facts.Run;
import stoffprobe.report.facts.RunFolder;
import stoffprobe.report.text.AgreeText;
import stoffprobe.report.text.Answers;
import stoffprobe.report.text.Bilingual;
import stoffprobe.report.text.HandOverText;
import stoffprobe.report.text.SureText;
import stoffprobe.report.text.SuspectText;

/** What is said of agreement and certainty, each in the case that a fixed text would get wrong. */
class CertaintySentencesTest {

  private static final SyntheticModel MLP = SyntheticModel.mlp("mlp", SyntheticRun.FAIR);
  private static final SyntheticModel CNN = SyntheticModel.cnn("cnn", SyntheticRun.GOOD);

  @TempDir private Path root;

  @Test
  void errorsInCommonAreCounted() throws IOException {
    // 877 and 922 of 1,000 right, 20 by mlp alone
    assertThat(meaning(run(MLP, CNN)).de())
        .contains(
            "MLP ordnet 123 Bilder falsch ein. Davon ordnet auch CNN 58 falsch ein (47,2\u00a0%)")
        .contains(
            "CNN ordnet 78 Bilder falsch ein. Davon ordnet auch MLP 58 falsch ein (74,4\u00a0%)")
        .contains("Bei 94,2\u00a0% der Bilder ist wenigstens eines der beiden Modelle im Recht.")
        .contains("2,0 Prozentpunkte über CNN allein");
  }

  @Test
  void whereTheWeakerAddsNothingNoGainIsPromised() throws IOException {
    SyntheticModel perfect = SyntheticModel.cnn("cnn", perfect(10));
    Run run = run(MLP, perfect);
    assertThat(meaning(run).en())
        .contains("CNN gets no image wrong.")
        .contains("Where CNN is wrong, MLP is wrong too")
        .doesNotContain("upper bound");
    assertThat(answers(run).en()).doesNotContain("ensemble");
  }

  @Test
  void ofManyModelsTheTwoBestAreChosen() throws IOException {
    SyntheticModel last =
        SyntheticModel.cnn("last", SyntheticRun.GOOD.stream().map(c -> c + 1).toList());
    Run run = run(CNN, MLP, last);
    assertThat(run.bestPair().orElseThrow().a()).isEqualTo("cnn");
    assertThat(run.bestPair().orElseThrow().b()).isEqualTo("last");
    assertThat(new AgreeText(run, run.bestPair().orElseThrow()).which().en())
        .isEqualTo(
            "Among three models there are many pairs. Shown are the two of the highest accuracy, CNN"
                + " and last.");
  }

  @Test
  void oneModelHasNoPairButItsSurestErrors() throws IOException {
    Run run = run(MLP);
    assertThat(run.bestPair()).isEmpty();
    assertThat(new SuspectText(run).what().de())
        .isEqualTo("Diese drei Testbilder ordnet MLP falsch ein und ist sich dabei am sichersten.");
    assertThat(new SuspectText(run).caution().en())
        .contains("That a model is sure proves nothing.")
        .doesNotContain("agree");
    assertThat(answers(run).en()).doesNotContain("together be better").contains("states more than");
  }

  @Test
  void noSuspectsAreSaidToBeNone() throws IOException {
    run(MLP, CNN);
    assertThat(
            new SuspectText(changed("examples.csv", t -> without(t, "suspect"), MLP, CNN))
                .what()
                .en())
        .isEqualTo("There is no test image that all models take for the same wrong class.");
    run(MLP);
    assertThat(
            new SuspectText(changed("examples.csv", t -> without(t, "suspect"), MLP)).what().en())
        .isEqualTo("The model gets no test image wrong.");
  }

  @Test
  void aModelThatClaimsLessThanItKeepsIsUnderconfident() throws IOException {
    Run run = run(MLP);
    assertThat(said(run).en())
        .contains("MLP states a probability of 76.7% on average; 87.7% are right")
        .contains("So it is underconfident");
    assertThat(new SureText(run).word(run.models().get(0)).de()).isEqualTo("zu unsicher");
  }

  @Test
  void aModelThatClaimsMoreThanItKeepsIsOverconfident() throws IOException {
    SyntheticModel bad =
        SyntheticModel.mlp("mlp", SyntheticRun.FAIR.stream().map(c -> c / 2).toList());
    assertThat(said(run(bad)).de()).contains("zu sicher: Es verspricht mehr, als es hält.");
  }

  @Test
  void aMeanConfidenceWithinTheIntervalIsNoFault() throws IOException {
    SyntheticModel fair = SyntheticModel.mlp("mlp", perfect(10).stream().map(c -> 77).toList());
    assertThat(said(run(fair)).en()).contains("On average that fits").doesNotContain("So it is");
  }

  @Test
  void whatHasToBeHandedOverIsSaid() throws IOException {
    assertThat(handOver(run(MLP)).de())
        .contains("Gibt MLP die unsichersten 10\u00a0% der Bilder an einen Menschen ab")
        .contains("ohne Abgabe sind es 87,7\u00a0%")
        .contains("Damit 95\u00a0% stimmen, muss es 17\u00a0% der Bilder abgeben")
        .contains("Damit 99\u00a0% stimmen, muss es 24\u00a0% der Bilder abgeben");
  }

  @Test
  void anAccuracyThatIsThereAlreadyTakesNoHandingOver() throws IOException {
    SyntheticModel model = SyntheticModel.mlp("mlp", perfect(10).stream().map(c -> 96).toList());
    assertThat(handOver(run(model)).en()).contains("It reaches 95% without passing any.");
  }

  @Test
  void anAccuracyThatIsNeverReachedIsSaidSo() throws IOException {
    run(MLP);
    Run never =
        changed(
            "coverage.csv",
            t -> t.lines().map(CertaintySentencesTest::half).collect(Collectors.joining("\n")),
            MLP);
    assertThat(handOver(never).en())
        .contains("95% is not reached, however much it passes.")
        .contains("99% is not reached");
    assertThat(HandOverText.needed(never.certainty(never.models().get(0)), 0.95).de())
        .isEqualTo("nicht erreicht");
  }

  @Test
  void anEmptyTopBinIsNotDividedBy() throws IOException {
    run(MLP);
    Run unsure =
        changed(
            "reliability.csv",
            t -> t.replaceAll("(?m)^mlp,14,.*$", "mlp,14,0.9333333333333333,1.0,0,,,,"),
            MLP);
    assertThat(answers(unsure).en())
        .contains("MLP states more than 93.3% for no test image; so it is never that sure.");
  }

  private static String half(String row) {
    String[] fields = row.split(",");
    fields[5] = fields[0].equals("model") ? fields[5] : "0.5";
    return String.join(",", fields);
  }

  private static String without(String text, String group) {
    return text.replaceAll("(?m)^" + group + ",.*\n", "");
  }

  private static List<Integer> perfect(int classes) {
    return java.util.Collections.nCopies(classes, 100);
  }

  private static Bilingual meaning(Run run) {
    return Bilingual.paragraph(new AgreeText(run, run.bestPair().orElseThrow()).meaning());
  }

  private static Bilingual said(Run run) {
    return Bilingual.paragraph(new SureText(run).statements());
  }

  private static Bilingual handOver(Run run) {
    return Bilingual.paragraph(new HandOverText(run).statements());
  }

  private static Bilingual answers(Run run) {
    return Bilingual.paragraph(
        new Answers(run)
            .all().stream()
                .map(answer -> answer.question().then(Bilingual.paragraph(answer.paragraphs())))
                .toList());
  }

  private Run run(SyntheticModel... models) throws IOException {
    return SyntheticRun.fashion(models).read(root);
  }

  private Run changed(String file, UnaryOperator<String> change, SyntheticModel... models)
      throws IOException {
    Path path = root.resolve("5-evaluate").resolve(file);
    String text = Files.readString(path);
    String now = change.apply(text);
    assertThat(now).isNotEqualTo(text);
    Files.writeString(path, now);
    return Run.read(new RunFolder(root), SyntheticRun.fashion(models).about());
  }
}
