package stoffprobe;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import stoffprobe.config.DatasetSettings;
import stoffprobe.config.ModelSettings;
import stoffprobe.config.PipelineFile;
import stoffprobe.engine.Build;
import stoffprobe.engine.CodeVersion;
import stoffprobe.engine.Host;
import stoffprobe.engine.Stage;
import stoffprobe.evaluate.Evaluate;
import stoffprobe.evaluate.Experiment;
import stoffprobe.evaluate.ProbabilityModel;
import stoffprobe.evaluate.Subject;
import stoffprobe.explore.Explore;
import stoffprobe.ingest.Cache;
import stoffprobe.ingest.FolderIngest;
import stoffprobe.ingest.HttpDownloads;
import stoffprobe.ingest.Ingest;
import stoffprobe.ingest.Locations;
import stoffprobe.ingest.SystemCommands;
import stoffprobe.model.Devices;
import stoffprobe.model.TensorFlowEnvironment;
import stoffprobe.preprocess.Preprocess;
import stoffprobe.report.Report;
import stoffprobe.report.facts.Run;
import stoffprobe.train.Train;

/**
 * The composition root, and the map: which stages a pipeline file stands for, in their order, and
 * what each is made of.
 *
 * <p>Nothing here starts TensorFlow; a stage that needs it starts it when it runs.
 */
final class Pipeline {

  private final PipelineFile file;
  private final Host host = Host.current();
  private final Map<String, String> variables = System.getenv();
  private final Map<String, String> code;

  private Pipeline(PipelineFile file) throws IOException {
    this.file = file;
    this.code = CodeVersion.of(Pipeline.class, StageCode.all());
  }

  /**
   * The stages of {@code file}: ingest, explore, preprocess, one training a model, evaluate,
   * report.
   *
   * @param data the folder whose source files are looked at first
   * @throws IOException if the program's own classes can't be read
   */
  static List<Stage> stages(PipelineFile file, Optional<Path> data) throws IOException {
    Pipeline pipeline = new Pipeline(file);
    List<Stage> stages = new ArrayList<>();
    stages.add(pipeline.ingest(data));
    stages.add(pipeline.explore());
    stages.add(pipeline.preprocess());
    file.models().forEach(model -> stages.add(pipeline.train(model)));
    stages.add(pipeline.evaluate());
    stages.add(pipeline.report());
    return List.copyOf(stages);
  }

  private Stage ingest(Optional<Path> data) throws IOException {
    Cache cache = Cache.of(variables, Path.of(System.getProperty("user.home")));
    Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
    if (file.dataset().origin() instanceof DatasetSettings.PictureFolder pictures) {
      if (data.isPresent()) {
        throw new IOException(
            "--data names a folder of source files; this data set is the folder of pictures "
                + pictures.folder()
                + ". Change dataset.folder instead.");
      }
      return new FolderIngest(
          file.dataset(), pictures, file.seed(), cache, code(StageCode.INGEST), host.noted());
    }
    Locations locations = new Locations(data, cache, HttpDownloads.DEFAULT, new SystemCommands());
    return new Ingest(
        file.dataset(),
        locations.inOrder(file.dataset().files().sources()),
        cache,
        temporary,
        file.seed(),
        code(StageCode.INGEST),
        host.noted());
  }

  private Stage explore() {
    return new Explore(
        Ingest.NAME,
        Ingest.FOLDER,
        file.seed(),
        file.dataset().classes(),
        file.explore(),
        code(StageCode.EXPLORE),
        host.noted());
  }

  private Stage preprocess() {
    return new Preprocess(
        Ingest.NAME,
        Ingest.FOLDER,
        file.seed(),
        file.preprocess(),
        code(StageCode.PREPROCESS),
        host.noted());
  }

  private Stage train(ModelSettings model) {
    return new Train(
        model,
        file.dataset().classes().count(),
        file.seed(),
        code(StageCode.TRAIN),
        tensorFlow().forTraining(model.training()),
        Devices.name(model.training().device(), host.processor()),
        System::nanoTime);
  }

  private Stage evaluate() {
    return new Evaluate(
        new Experiment(
            file.name(),
            file.seed(),
            file.dataset().title(),
            file.dataset().license(),
            file.dataset().classes(),
            file.dataset().invert()),
        file.models().stream()
            .map(
                model ->
                    new Subject(
                        model.name(),
                        model.training().batch(),
                        model.training().device(),
                        model.layers()))
            .toList(),
        ProbabilityModel::open,
        code(StageCode.EVALUATE),
        tensorFlow()
            .forInference(file.models().stream().map(model -> model.training().device()).toList()),
        System::nanoTime);
  }

  private Stage report() {
    Map<String, String> versions = new LinkedHashMap<>(code(StageCode.REPORT));
    versions.put("libraries", Build.property("report.libraries"));
    return new Report(
        new Run.About(
            file.name(),
            file.dataset().title(),
            file.dataset().classes(),
            file.models(),
            file.seed(),
            file.preprocess()),
        versions,
        host.noted());
  }

  private TensorFlowEnvironment tensorFlow() {
    return new TensorFlowEnvironment(host, variables);
  }

  private Map<String, String> code(StageCode stage) {
    Map<String, String> versions = new LinkedHashMap<>();
    for (String name : stage.packages()) {
      versions.put(name, code.getOrDefault(name, ""));
    }
    return versions;
  }
}
