package stoffprobe.report.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import stoffprobe.report.facts.ModelRun;
import stoffprobe.report.facts.Run;

/** When the run was, how long it took, and on what. */
public record RunText(Run run) {

  /** Start and total duration. */
  public Bilingual time() {
    return Bilingual.of(
        "Der Lauf begann am {0}. Alle Schritte zusammen dauerten {1}, dieser Bericht nicht"
            + " mitgerechnet.",
        "The run began on {0}. All steps together took {1}, not counting this report.",
        Times.moment(run.started()),
        Times.duration(run.seconds()));
  }

  /** Processor, operating system and runtime of the training; empty where none is recorded. */
  public Optional<Bilingual> machine() {
    List<String> parts = new ArrayList<>();
    for (String field : List.of("processor", "os", "kernel", "jdk")) {
      String values = recorded(field);
      if (!values.isEmpty()) {
        parts.add(field.equals("jdk") ? "JDK " + values : values);
      }
    }
    if (parts.isEmpty()) {
      return Optional.empty();
    }
    String cores = recorded("cores");
    Bilingual all = Bilingual.same(String.join("; ", parts));
    return Optional.of(
        cores.isEmpty()
            ? Bilingual.of("Rechner: {0}.", "Machine: {0}.", all)
            : Bilingual.of(
                "Rechner: {0}; Prozessorkerne: {1}. Wie viel Arbeitsspeicher er hat, hält der Lauf"
                    + " nicht fest.",
                "Machine: {0}; processor cores: {1}. The run does not record how much memory it"
                    + " has.",
                all,
                Bilingual.same(cores)));
  }

  private String recorded(String field) {
    return run.stages().stream()
        .filter(stage -> stage.stage().startsWith("train-"))
        .map(stage -> stage.environment().getOrDefault(field, ""))
        .filter(value -> !value.isEmpty())
        .distinct()
        .collect(Collectors.joining(", "));
  }

  /** With or without a GPU. */
  public Bilingual device() {
    List<ModelRun> gpu = run.models().stream().filter(m -> m.training().gpu()).toList();
    if (gpu.isEmpty()) {
      return new Bilingual(
          "Trainiert wurde ohne Beschleunigung durch einen Grafikprozessor (GPU).",
          "Training ran without acceleration by a graphics processor (GPU).");
    }
    String names =
        gpu.stream()
            .map(model -> model.training().deviceName())
            .filter(name -> !name.isEmpty())
            .distinct()
            .collect(Collectors.joining(", "));
    Bilingual named = Bilingual.same(names.isEmpty() ? "GPU" : names);
    return gpu.size() == run.models().size()
        ? Bilingual.of(
            "Trainiert wurde mit Beschleunigung durch einen Grafikprozessor ({0}).",
            "Training was accelerated by a graphics processor ({0}).", named)
        : Bilingual.of(
            "Mit Beschleunigung durch einen Grafikprozessor ({0}) trainiert wurde: {1}; die übrigen"
                + " Modelle ohne.",
            "Accelerated by a graphics processor ({0}) in training: {1}; the other models without.",
            named,
            Bilingual.list(gpu.stream().map(model -> Words.model(model.name())).toList()));
  }

  /** A model's device and speed. */
  public static Bilingual device(ModelRun model) {
    return model.training().gpu() ? Bilingual.same("GPU") : Bilingual.same("CPU");
  }
}
