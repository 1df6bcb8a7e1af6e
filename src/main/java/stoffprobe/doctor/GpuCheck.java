package stoffprobe.doctor;

import java.util.ArrayList;
import java.util.List;
import stoffprobe.gpu.CudaLibrary;
import stoffprobe.gpu.Location;
import stoffprobe.gpu.Machine;
import stoffprobe.gpu.Obstacle;
import stoffprobe.gpu.Obstacle.Part;
import stoffprobe.gpu.Requirements;

/**
 * Driver, cards, and libraries for a GPU: what is there, what lacks, and in the last line whether
 * it is enough, and all that has to be done if not. Without a driver that line is the only one.
 *
 * @param needed whether the pipeline file asks for a GPU: what lacks then is a failure
 */
record GpuCheck(Requirements requirements, Machine machine, boolean needed) {

  private static final String NOT_NEEDED =
      "None is needed: the CPU trains the standard models in minutes.";

  List<Finding> examine() {
    List<Obstacle> obstacles = requirements.obstacles(machine);
    List<Finding> findings = new ArrayList<>();
    if (machine.nvidia()) {
      findings.add(driver(obstacles));
      findings.addAll(cards(obstacles));
      findings.addAll(libraries());
    }
    findings.add(verdict(obstacles));
    return List.copyOf(findings);
  }

  private Finding driver(List<Obstacle> obstacles) {
    String version = machine.driver().map(v -> "version " + v).orElse("version unknown");
    return has(Part.DRIVER, obstacles)
        ? lacks("NVIDIA driver", version)
        : Finding.works("NVIDIA driver", version);
  }

  private List<Finding> cards(List<Obstacle> obstacles) {
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < machine.cards().size(); i++) {
      String subject = "card " + i;
      String card = machine.cards().get(i).toString();
      findings.add(has(Part.CARD, obstacles) ? lacks(subject, card) : Finding.works(subject, card));
    }
    return findings;
  }

  private List<Finding> libraries() {
    List<Finding> findings = new ArrayList<>();
    for (CudaLibrary library : CudaLibrary.values()) {
      String name = library.file();
      Location location = machine.library(library);
      if (location instanceof Location.Found found) {
        findings.add(Finding.works(name, found.real().toString()));
      } else if (location instanceof Location.OutOfReach away) {
        findings.add(lacks(name, away.file() + ", where the loader does not look"));
      } else {
        findings.add(lacks(name, "not found"));
      }
    }
    return findings;
  }

  private Finding verdict(List<Obstacle> obstacles) {
    if (obstacles.isEmpty()) {
      return Finding.works("GPU", "driver, card and libraries are in place");
    }
    StringBuilder advice = new StringBuilder(obstacles.get(0).advice());
    obstacles.stream().skip(1).forEach(next -> advice.append(" ").append(next.sentences()));
    if (!needed) {
      advice.append(" ").append(NOT_NEEDED);
    }
    return lacks("GPU", obstacles.get(0).reason(), advice.toString());
  }

  private Finding lacks(String subject, String found) {
    return lacks(subject, found, "See the line GPU.");
  }

  private Finding lacks(String subject, String found, String advice) {
    return needed
        ? Finding.fails(subject, found, advice)
        : Finding.optional(subject, found, advice);
  }

  private static boolean has(Part part, List<Obstacle> obstacles) {
    return obstacles.stream().anyMatch(obstacle -> obstacle.part() == part);
  }
}
