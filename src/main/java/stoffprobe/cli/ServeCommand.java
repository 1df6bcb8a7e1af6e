package stoffprobe.cli;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import stoffprobe.predict.ModelFolder;
import stoffprobe.serve.Limits;
import stoffprobe.serve.PredictionServer;
import stoffprobe.serve.ServedModel;

/** {@code serve}: answers over HTTP what a model says of a picture. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description = {
      "Answer over HTTP what a trained model says of a picture, until Ctrl-C or SIGTERM.",
      "A browser finds a page at the address that is printed. Programs: POST /predict with a body of",
      "image/png, image/jpeg, or application/json ({\"pixels\": [[...], ...]}); GET /model, /health,",
      "/metrics (Prometheus)."
    },
    footer = {
      "",
      "Only this machine can reach it unless --host says otherwise; there is no password.",
      "",
      "Exit codes: 0 stopped by a signal, with all that was under way answered; 1 it could not start",
      "(the port is taken, the model is not trained); 2 wrong usage.",
      "",
      "Examples:",
      "  stoffprobe serve --model cnn",
      "  curl --data-binary @shirt.png -H 'Content-Type: image/png' http://127.0.0.1:8080/predict"
    })
final class ServeCommand implements Callable<Integer> {

  private static final int MOST_PORT = 65_535;

  private final Interruption interruption;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private ModelOptions model = new ModelOptions();

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "8080",
      description = "Where to listen, 0 for any free port (default: ${DEFAULT-VALUE}).")
  private int port = 8080;

  @Option(
      names = "--host",
      paramLabel = "HOST",
      defaultValue = "127.0.0.1",
      description =
          "Address to listen at (default: ${DEFAULT-VALUE}); 0.0.0.0 lets other machines in.")
  private String host = "127.0.0.1";

  ServeCommand(Interruption interruption) {
    this.interruption = interruption;
  }

  @Override
  public Integer call() throws Exception {
    if (port < 0 || port > MOST_PORT) {
      throw new ParameterException(
          spec.commandLine(), "--port " + port + " is not between 0 and " + MOST_PORT + ".");
    }
    try (ModelOptions.Opened opened = model.open(spec)) {
      ServedModel served =
          new ServedModel(
              opened.name(),
              opened.classifier(),
              opened.folder().map(ModelFolder::classes),
              opened.invert(),
              Limits.DEFAULT);
      interruption.serving(
          () -> {
            try (PredictionServer server =
                PredictionServer.start(served, host, port, Limits.DEFAULT)) {
              System.out.println(server.address());
              System.out.flush();
              System.err.println("Serving " + opened.name() + "; Ctrl-C stops it.");
              waitForSignal();
            }
          });
    }
    return 0;
  }

  private static void waitForSignal() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      // The signal. The flag stays down, as what is under way is still to be finished.
      System.err.println("Stopping: what is under way is finished first.");
    }
  }
}
