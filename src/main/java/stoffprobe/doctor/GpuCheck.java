package stoffprobe.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import stoffprobe.gpu.Card;
import stoffprobe.gpu.CudaLibrary;
import stoffprobe.gpu.Location;
import stoffprobe.gpu.Machine;
import stoffprobe.gpu.Obstacle;
import stoffprobe.gpu.Obstacle.Part;
import stoffprobe.gpu.Requirements;

/**
 * Driver, cards, and libraries for a GPU: what is there, what lacks, and in the last line whether
 * it is enough. Without a driver that line is the only one.
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
      findings.addAll(libraries(obstacles));
    }
    findings.add(verdict(obstacles));
    return List.copyOf(findings);
  }

  private Finding driver(List<Obstacle> obstacles) {
    String version = machine.driver().map(v -> "version " + v).orElse("version unknown");
    return of(Part.DRIVER, obstacles)
        .map(obstacle -> lacks("NVIDIA driver", version, obstacle.advice()))
        .orElseGet(() -> Finding.works("NVIDIA driver", version));
  }

  private List<Finding> cards(List<Obstacle> obstacles) {
    Optional<Obstacle> obstacle = of(Part.CARD, obstacles);
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < machine.cards().size(); i++) {
      Card card = machine.cards().get(i);
      String subject = "card " + i;
      findings.add(
          obstacle
              .map(o -> lacks(subject, card.toString(), o.advice()))
              .orElseGet(() -> Finding.works(subject, card.toString())));
    }
    return findings;
  }

  private List<Finding> libraries(List<Obstacle> obstacles) {
    String advice = of(Part.LIBRARIES, obstacles).map(Obstacle::advice).orElse("");
    List<Finding> findings = new ArrayList<>();
    for (CudaLibrary library : CudaLibrary.values()) {
      String name = library.file();
      Location location = machine.library(library);
      if (location instanceof Location.Found found) {
        findings.add(Finding.works(name, found.real().toString()));
      } else if (location instanceof Location.OutOfReach away) {
        findings.add(lacks(name, away.file() + ", where the loader does not look", advice));
      } else {
        findings.add(lacks(name, "not found", advice));
      }
    }
    return findings;
  }

  private Finding verdict(List<Obstacle> obstacles) {
    if (obstacles.isEmpty()) {
      return Finding.works("GPU", "driver, card and libraries are in place");
    }
    Obstacle first = obstacles.get(0);
    return lacks(
        "GPU", first.reason(), needed ? first.advice() : first.advice() + " " + NOT_NEEDED);
  }

  private Finding lacks(String subject, String found, String advice) {
    return needed
        ? Finding.fails(subject, found, advice)
        : Finding.optional(subject, found, advice);
  }

  private static Optional<Obstacle> of(Part part, List<Obstacle> obstacles) {
    return obstacles.stream().filter(obstacle -> obstacle.part() == part).findFirst();
  }
}
