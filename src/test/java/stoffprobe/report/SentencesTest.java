package stoffprobe.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stoffprobe.config.PreprocessSettings;
import stoffprobe.engine.Input;
import stoffprobe.report.facts.Run;
import stoffprobe.report.facts.RunFolder;
import stoffprobe.report.text.Answers;
import stoffprobe.report.text.Bilingual;
import stoffprobe.report.text.CompareText;
import stoffprobe.report.text.CurveText;
import stoffprobe.report.text.DataText;
import stoffprobe.report.text.LimitsText;
import stoffprobe.report.text.ModelText;
import stoffprobe.report.text.PreprocessText;
import stoffprobe.report.text.RunText;

/** Sentences that change with the numbers, each in the case that a fixed text would get wrong. */
class SentencesTest {

  private static final SyntheticModel MLP = SyntheticModel.mlp("mlp", SyntheticRun.FAIR);
  private static final SyntheticModel CNN = SyntheticModel.cnn("cnn", SyntheticRun.GOOD);

  @TempDir private Path root;

  @Test
  void aSteadyTrainingLossIsCalledSteady() throws IOException {
    assertThat(curves(MLP).de()).contains("Der Trainings-Loss sinkt stetig, von 0,493 auf 0,220");
  }

  @Test
  void aTrainingLossThatRisesInBetweenIsNotCalledSteady() throws IOException {
    SyntheticModel model = MLP.withLosses(List.of(0.5, 0.3, 0.4, 0.2), List.of(0.5, 0.4, 0.4, 0.4));
    assertThat(curves(model).de())
        .contains("sinkt von 0,500 auf 0,200, aber nicht stetig: einmal liegt er höher")
        .doesNotContain("sinkt stetig");
  }

  @Test
  void aTrainingLossThatOnlyRisesIsCalledAFailure() throws IOException {
    SyntheticModel model = MLP.withLosses(List.of(0.5, 0.9), List.of(0.6, 1.2));
    assertThat(curves(model).en())
        .contains("rises from 0.500 to 0.900: this network has not learnt");
  }

  @Test
  void aTestLossThatTurnsHintsAtOverfitting() throws IOException {
    assertThat(curves(MLP).en())
        .contains("it is lowest in epoch 3 (0.338) and ends at 0.348")
        .contains("hints at overfitting");
    assertThat(curves(CNN).en())
        .contains("The test loss is lowest in the last epoch (0.235)")
        .doesNotContain("overfitting");
  }

  @Test
  void oneEpochAboveTheLowestIsNotCalledOverfitting() throws IOException {
    SyntheticModel model = MLP.withLosses(List.of(0.5, 0.3, 0.2), List.of(0.5, 0.4, 0.43));
    assertThat(curves(model).de())
        .contains("Ob sein Anstieg in der letzten Epoche eine Schwankung ist")
        .doesNotContain("deutet auf");
  }

  @Test
  void aNetworkThatLearntNothingIsNotSaidToKnowItsImages() throws IOException {
    List<Double> train = List.of(2.314, 2.313);
    List<Double> test = List.of(2.324, 2.323);
    assertThat(curves(MLP.withLosses(train, test)).de())
        .contains("fast nichts gelernt", "fast gleichauf")
        .doesNotContain("sinkt stetig", "die es kennt");
    assertThat(curves(MLP.withLosses(List.of(0.200, 0.199), List.of(0.3, 0.3))).de())
        .contains("lernt es schon in der ersten Epoche")
        .doesNotContain("fast nichts");
    assertThat(lossAnswer(MLP.withLosses(train, test), CNN.withLosses(train, test)))
        .contains("Auf neuen Bildern ist der Loss also gleich.", "Keiner der Abstände ist groß")
        .doesNotContain("Überanpassung");
  }

  @Test
  void aTestLossBelowTheTrainingLossIsPutDownToDropoutWhereThereIsSome() throws IOException {
    List<Double> train = List.of(0.6, 0.5);
    List<Double> test = List.of(0.5, 0.4);
    assertThat(curves(CNN.withLosses(train, test)).de()).contains("weil Dropout nur im Training");
    assertThat(curves(MLP.withLosses(train, test)).de())
        .contains("auswendig gelernt hat das Netz also nicht")
        .doesNotContain("Dropout");
  }

  @Test
  void oneEpochMakesNoCurve() throws IOException {
    SyntheticModel model = MLP.withLosses(List.of(0.5), List.of(0.6));
    assertThat(curves(model).de()).startsWith("Trainiert wurde nur eine Epoche");
  }

  @Test
  void theLossesOfDifferentSetsAreRelatedAsTheyAre() throws IOException {
    assertThat(lossAnswer(MLP, CNN)).contains("Die beiden sind einander ähnlich.");
    SyntheticModel below = MLP.withLosses(List.of(0.4, 0.1), List.of(0.4, 0.38));
    assertThat(lossAnswer(below, CNN))
        .contains("Der Trainings-Loss ist sogar der niedrigere.", "trifft das stärker auf MLP");
    SyntheticModel above = MLP.withLosses(List.of(0.9, 0.8), List.of(0.9, 0.7));
    assertThat(lossAnswer(above, CNN))
        .contains("Der Trainings-Loss ist der höhere.", "trifft das stärker auf CNN");
  }

  @Test
  void measuresThatDisagreeAreSaidToDisagree() throws IOException {
    Run agree = run(MLP, CNN);
    assertThat(new CompareText(agree).agreement().en())
        .contains("both metrics confirm what the test loss suggests: CNN");
    Run disagree = run(MLP, CNN.withLosses(List.of(0.5, 0.4), List.of(0.6, 0.5)));
    assertThat(new CompareText(disagree).agreement().en())
        .isEqualTo(
            "So the measures disagree: by test loss MLP is ahead, by accuracy CNN, by F1 score CNN.");
  }

  @Test
  void onlyAShownDifferenceBetweenKindsOfNetworksIsALesson() throws IOException {
    assertThat(new CompareText(run(MLP, CNN)).lesson().orElseThrow().de()).contains("Bauart");
    SyntheticModel asGood = SyntheticModel.mlp("mlp", SyntheticRun.GOOD);
    assertThat(new CompareText(run(asGood, CNN)).lesson().orElseThrow().de())
        .contains("unentschieden")
        .doesNotContain("Bauart");
    SyntheticModel sameKind = SyntheticModel.mlp("deep", SyntheticRun.GOOD);
    assertThat(new CompareText(run(MLP, sameKind)).lesson()).isEmpty();
  }

  @Test
  void othersResultsAreAYardstickOnTheWholeTestSetOnly() throws IOException {
    String question = "Ist das Ergebnis überhaupt gut?";
    assertThat(new Answers(run(MLP, CNN)).all()).noneMatch(a -> a.question().de().equals(question));
    replace("5-evaluate/metrics.json", "\"test_examples\": 1000,", "\"test_examples\": 10000,");
    assertThat(new Answers(read(MLP, CNN)).all())
        .filteredOn(a -> a.question().de().equals(question))
        .singleElement()
        .satisfies(
            a ->
                assertThat(Bilingual.paragraph(a.paragraphs()).de())
                    .contains("CNN 92,2\u00a0% und MLP 87,7\u00a0%; CNN liegt damit über"));
  }

  @Test
  void sharesAreExactWhereTheyAreSimple() throws IOException {
    assertThat(new DataText(run(MLP)).shares().de())
        .isEqualTo(
            "60.000 Bilder dienen dem Training (85,7\u00a0%), 10.000 dem Test (14,3\u00a0%). Das ist"
                + " rund 85 zu 15, genau 6/7 und 1/7.");
    replace("2-explore/statistics.json", "\"count\": 10000", "\"count\": 9999");
    assertThat(new DataText(read(MLP)).shares().de()).doesNotContain("genau");
  }

  @Test
  void aDataSetWithoutBalanceIsNotCalledBalanced() throws IOException {
    assertThat(new DataText(run(MLP)).balance().de()).contains("ausgewogen (balanciert)");
    replace("2-explore/class-counts.csv", "train,3,\"Kleid\",6000", "train,3,\"Kleid\",1000");
    assertThat(new DataText(read(MLP)).balance().de())
        .contains("zwischen 1.000 und 6.000 Bildern", "nicht ausgewogen");
  }

  @Test
  void sharedImagesAreAWarning() throws IOException {
    assertThat(new DataText(run(MLP)).leakage().en()).startsWith("No test image also occurs");
    replace("3-preprocess/leakage.json", "0", "3");
    assertThat(new DataText(read(MLP)).leakage().en()).startsWith("Beware: 3 images occur");
    Files.delete(root.resolve("3-preprocess/leakage.json"));
    assertThat(new DataText(read(MLP)).leakage().en()).startsWith("No test image also occurs");
  }

  @Test
  void normalisationIsExplainedByItsOwnNumbers() throws IOException {
    PreprocessText text = new PreprocessText(run(MLP));
    assertThat(text.examples())
        .extracting(example -> example.result().en())
        .first()
        .isEqualTo("−1.000");
    assertThat(text.range().de()).contains("von −1 bis 1");
    assertThat(text.batches().de()).contains("938 Batches; der letzte hat 32 Bilder.");
  }

  @Test
  void theDeviceIsTheOneThatTrained() throws IOException {
    assertThat(new RunText(run(MLP, CNN)).device().de()).contains("ohne Beschleunigung");
    replace(
        "4-train-cnn/training.json",
        "\"cpu\", \"device_name\": \"\"",
        "\"gpu\", \"device_name\": \"H200\"");
    assertThat(new RunText(read(MLP, CNN)).device().en())
        .isEqualTo(
            "Accelerated by a graphics processor (H200) in training: CNN; the other models without.");
  }

  @Test
  void aHeldOutPartIsWhatWasWatched() throws IOException {
    Run held =
        new SyntheticRun(
                "FashionMNIST",
                SyntheticRun.FASHION,
                List.of(MLP),
                new PreprocessSettings(0.5, 0.5, 0.1))
            .read(root);
    assertThat(limits(held)).contains("scores were taken on held-out training images");
    assertThat(limits(run(MLP))).contains("The test set was watched after every epoch");
    assertThat(new CurveText(held.models().get(0), true).statements().toString())
        .contains("Der Validierungs-Loss sinkt nur")
        .doesNotContain("Test-Loss", "test loss");
    assertThat(new ModelText(held, held.models().get(0)).firstEpoch().de())
        .contains("der zurückgehaltenen Bilder");
    assertThat(new PreprocessText(held).heldOut().de()).startsWith("10\u00a0% der Trainingsbilder");
  }

  @Test
  void theStageReadsEveryStageAndItsManifest() {
    List<Input> inputs = SyntheticRun.fashion(MLP, CNN).report().inputs();
    for (String stage :
        List.of("ingest", "explore", "preprocess", "train-mlp", "train-cnn", "evaluate")) {
      assertThat(inputs).contains(new Input.StageFiles(stage, "manifest.json"));
    }
    assertThat(inputs).contains(new Input.StageFiles("train-cnn", "history.csv"));
  }

  private Bilingual curves(SyntheticModel model) throws IOException {
    return Bilingual.paragraph(new CurveText(run(model).models().get(0), false).statements());
  }

  private String lossAnswer(SyntheticModel a, SyntheticModel b) throws IOException {
    return Bilingual.paragraph(new Answers(run(a, b)).all().get(3).paragraphs()).de();
  }

  private static String limits(Run run) {
    return Bilingual.paragraph(new LimitsText(run).limits()).en();
  }

  private Run run(SyntheticModel... models) throws IOException {
    return SyntheticRun.fashion(models).read(root);
  }

  private Run read(SyntheticModel... models) throws IOException {
    return Run.read(new RunFolder(root), SyntheticRun.fashion(models).about());
  }

  private void replace(String file, String old, String now) throws IOException {
    Path path = root.resolve(file);
    String text = Files.readString(path);
    assertThat(text).contains(old);
    Files.writeString(path, text.replace(old, now));
  }
}
