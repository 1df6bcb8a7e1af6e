package stoffprobe.engine;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A stage made of its answers. */
record ToyStage(
    String name,
    String folder,
    List<Input> inputs,
    Map<String, Object> parameters,
    Map<String, String> code,
    Environment environment,
    Work work)
    implements Stage {

  interface Work {
    void run(Workspace workspace) throws IOException, StageException;
  }

  static ToyStage of(String name, String folder, List<Input> inputs, Work work) {
    Environment none = new Environment(Map.of(), Map.of());
    return new ToyStage(name, folder, inputs, Map.of(), Map.of(), none, work);
  }

  ToyStage parameter(String key, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(parameters);
    more.put(key, value);
    return new ToyStage(name, folder, inputs, more, code, environment, work);
  }

  ToyStage code(String key, String value) {
    return new ToyStage(name, folder, inputs, parameters, Map.of(key, value), environment, work);
  }

  ToyStage decisive(String key, String value) {
    Environment changed = new Environment(Map.of(key, value), environment.noted());
    return new ToyStage(name, folder, inputs, parameters, code, changed, work);
  }

  ToyStage noted(String key, String value) {
    Environment changed = new Environment(environment.decisive(), Map.of(key, value));
    return new ToyStage(name, folder, inputs, parameters, code, changed, work);
  }

  ToyStage working(Work other) {
    return new ToyStage(name, folder, inputs, parameters, code, environment, other);
  }

  @Override
  public void run(Workspace workspace) throws IOException, StageException {
    work.run(workspace);
  }
}
