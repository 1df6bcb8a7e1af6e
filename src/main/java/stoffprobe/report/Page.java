package stoffprobe.report;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import stoffprobe.config.ClassNames;
import stoffprobe.report.facts.ModelRun;
import stoffprobe.report.facts.Run;
import stoffprobe.report.text.AdviceText;
import stoffprobe.report.text.AgreeText;
import stoffprobe.report.text.Answer;
import stoffprobe.report.text.Answers;
import stoffprobe.report.text.ClassTable;
import stoffprobe.report.text.ClassText;
import stoffprobe.report.text.CompareText;
import stoffprobe.report.text.ConfusionText;
import stoffprobe.report.text.CostTable;
import stoffprobe.report.text.CurveText;
import stoffprobe.report.text.DataText;
import stoffprobe.report.text.HandOverText;
import stoffprobe.report.text.LimitsText;
import stoffprobe.report.text.ModelText;
import stoffprobe.report.text.PreprocessText;
import stoffprobe.report.text.RunText;
import stoffprobe.report.text.SureText;
import stoffprobe.report.text.SuspectText;
import stoffprobe.report.text.TimeText;
import stoffprobe.report.text.VerdictText;
import stoffprobe.report.text.WarningsText;

/**
 * What the templates show.
 *
 * @param code the versions of what made the page, by name
 * @param metrics the file {@code metrics.json}, whole, as a data URI
 */
public record Page(
    Run run,
    Figures figures,
    List<Thumbnail> samples,
    Assets assets,
    Map<String, String> code,
    String metrics) {

  public Page {
    samples = List.copyOf(samples);
    code = Collections.unmodifiableMap(new LinkedHashMap<>(code));
  }

  /** The whole page. */
  String html() {
    StringOutput html = new StringOutput();
    TemplateEngine.createPrecompiled(ContentType.Html).render("report.jte", this, html);
    return html.toString();
  }

  public ClassNames classes() {
    return run.about().classes();
  }

  /** Whether there is anything to compare. */
  public boolean comparing() {
    return run.models().size() > 1;
  }

  public VerdictText verdict() {
    return new VerdictText(run);
  }

  public AdviceText advice() {
    return new AdviceText(run);
  }

  public CostTable costs() {
    return new CostTable(run);
  }

  public WarningsText warnings() {
    return new WarningsText(run);
  }

  public DataText data() {
    return new DataText(run);
  }

  public PreprocessText preprocess() {
    return new PreprocessText(run);
  }

  public ModelText text(ModelRun model) {
    return new ModelText(run, model);
  }

  public CurveText curves(ModelRun model) {
    return new CurveText(model, run.about().heldOut());
  }

  public TimeText times() {
    return new TimeText(run);
  }

  public ConfusionText confusion(ModelRun model) {
    return new ConfusionText(model, classes());
  }

  public CompareText compare() {
    return new CompareText(run);
  }

  /** Of the two most accurate models; none for a single one. */
  public Optional<AgreeText> agree() {
    return run.bestPair().map(pair -> new AgreeText(run, pair));
  }

  public List<Gallery> galleries(AgreeText text) {
    return Gallery.cells(run, text);
  }

  public SuspectText suspectText() {
    return new SuspectText(run);
  }

  public List<Gallery.Card> suspects() {
    return Gallery.suspects(run);
  }

  public SureText sure() {
    return new SureText(run);
  }

  public HandOverText handOver() {
    return new HandOverText(run);
  }

  public ClassTable classTable() {
    return new ClassTable(run);
  }

  public ClassText classText() {
    return new ClassText(run);
  }

  /** What {@code model} confuses most often, with images. */
  public List<Gallery> confused(ModelRun model) {
    return Gallery.confusions(run, model);
  }

  public List<Answer> answers() {
    return new Answers(run).all();
  }

  public RunText runText() {
    return new RunText(run);
  }

  /** Where the pipeline file lies, unless the user moved it. */
  public String pipelineFile() {
    return "pipelines/" + run.about().pipeline() + ".yaml";
  }

  public Provenance provenance() {
    return new Provenance(run);
  }

  public LimitsText limits() {
    return new LimitsText(run);
  }

  /** Whether {@code model} is the first of its family, where that family is explained. */
  public boolean introduces(ModelRun model) {
    ModelText.Family family = text(model).family();
    return run.models().stream()
        .filter(other -> text(other).family() == family)
        .findFirst()
        .map(first -> first.name().equals(model.name()))
        .orElse(false);
  }
}
