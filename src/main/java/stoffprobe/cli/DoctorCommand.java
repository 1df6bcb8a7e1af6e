package stoffprobe.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import stoffprobe.config.PipelineFile;
import stoffprobe.config.TrainingSettings.Device;
import stoffprobe.doctor.Doctor;
import stoffprobe.doctor.Finding;
import stoffprobe.engine.Host;

/** {@code doctor}: examines the machine. */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    description = {
      "Tell what of this machine works, what does not, and what to do.",
      "Looks at processor, JDK, TensorFlow, GPU, CUDA libraries and data set.",
      "Exit code 1 if something that is needed does not work."
    })
final class DoctorCommand implements Callable<Integer> {

  @Mixin private PipelineOptions options = new PipelineOptions();

  @Parameters(paramLabel = "PIPELINE", arity = "0..1", description = "Pipeline file.")
  private @Nullable Path pipeline;

  @Override
  public Integer call() throws Exception {
    PipelineFile file = options.read(Optional.ofNullable(pipeline));
    Doctor doctor = new Doctor(Host.current(), System.getenv());
    boolean healthy = true;
    boolean gpu = file.models().stream().anyMatch(model -> model.training().device() == Device.GPU);
    for (Finding finding : doctor.examine(file.dataset(), options.data(), gpu)) {
      System.out.println(line(finding));
      finding.advice().ifPresent(advice -> System.out.println("       " + advice));
      healthy &= finding.state() != Finding.State.FAILS;
    }
    return healthy ? 0 : Errors.FAILED;
  }

  private static String line(Finding finding) {
    String mark =
        switch (finding.state()) {
          case WORKS -> "[ok]  ";
          case OPTIONAL -> "[--]  ";
          case FAILS -> "[FAIL]";
        };
    return String.format(Locale.ROOT, "%s %-22s %s", mark, finding.subject(), finding.found());
  }
}
