package stoffprobe.report.text;

import java.util.ArrayList;
import java.util.List;
import stoffprobe.report.facts.Run;

/** The workshop's questions, answered from this run's numbers. */
public record Answers(Run run) {

  /** All questions that this run can answer; with one model none that needs a second. */
  public List<Answer> all() {
    List<Answer> answers = new ArrayList<>(new ConfusionAnswers(run).all());
    YardstickAnswer yardstick = new YardstickAnswer(run);
    if (yardstick.applies()) {
      answers.add(yardstick.answer());
    }
    run.firstComparison()
        .ifPresent(
            comparison -> {
              answers.add(
                  new LossAnswer(
                          run.model(comparison.a()),
                          run.model(comparison.b()),
                          run.about().heldOut())
                      .answer());
              answers.add(
                  new GainAnswer(
                          run.model(comparison.a()),
                          run.model(comparison.b()),
                          run.about().classes(),
                          comparison.decided())
                      .answer());
            });
    run.bestPair().ifPresent(pair -> answers.add(new TogetherText(run, pair).answer()));
    answers.add(new SureText(run).answer());
    return answers;
  }
}
