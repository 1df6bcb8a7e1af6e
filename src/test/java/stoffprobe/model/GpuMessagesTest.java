package stoffprobe.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import stoffprobe.gpu.Obstacle;
import stoffprobe.gpu.Obstacle.Part;

final class GpuMessagesTest {

  @Test
  void aRefusalTellsTheReasonAndWhatToDo() {
    Obstacle obstacle = new Obstacle(Part.DRIVER, "the driver is too old.", "Install a newer one.");

    assertThat(GpuMessages.refusal(obstacle))
        .isEqualTo(
            "A GPU is asked for (device gpu), but the driver is too old. Install a newer one.");
  }

  @Test
  void onlyWhoHasADriverIsToldThatTheCpuComputes() {
    assertThat(GpuMessages.worthSaying(new Obstacle(Part.BUILD, "it lacks.", "Build.")))
        .contains("The CPU computes. It lacks. Build.");
    assertThat(GpuMessages.worthSaying(new Obstacle(Part.MACHINE, "none.", "Buy one."))).isEmpty();
  }
}
