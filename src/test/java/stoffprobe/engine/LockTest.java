package stoffprobe.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One run at a time writes into an output folder, and no dead one bars it. */
class LockTest {

  @TempDir Path folder;

  @Test
  void anotherProcessThatRunsIsNamedAndLeftAlone() throws Exception {
    ToyPipeline toy = new ToyPipeline(folder);
    Process holder = LockHolder.start(folder);
    try {
      assertThatThrownBy(toy::run)
          .isInstanceOf(LockedException.class)
          .hasMessageStartingWith(
              folder + " is in use by process " + holder.pid() + ", which began")
          .hasMessageEndingWith("Run again when that has ended, or wait for it with --wait.");
      assertThat(toy.root.resolve("1-copy")).doesNotExist();
      assertThat(toy.reasons("copy")).containsExactly("never run"); // status needs no lock
      assertThatThrownBy(() -> toy.engine().accept("copy")).isInstanceOf(LockedException.class);
    } finally {
      holder.getOutputStream().close();
      assertThat(holder.waitFor()).isZero();
    }
    assertThat(toy.root.resolve("1-hold/half.txt")).hasContent("half");
    assertThat(toy.run()).hasSize(3);
  }

  @Test
  void aKilledProcessLeavesNoLockAndItsHalfDoneWorkIsSwept() throws Exception {
    Process holder = LockHolder.start(folder);
    Path half = folder.resolve(".staging/1-hold-" + holder.pid() + "/half.txt");
    assertThat(half).exists();
    holder.destroyForcibly().waitFor();
    assertThat(new ToyPipeline(folder).run()).hasSize(3);
    assertThat(half).doesNotExist();
    assertThat(folder.resolve("1-hold")).doesNotExist();
  }

  @Test
  void whoWaitsRunsWhenTheOtherHasEnded() throws Exception {
    ToyPipeline toy = new ToyPipeline(folder);
    Process holder = LockHolder.start(folder);
    CompletableFuture<RunSummary> waiting =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return toy.engine().run(new RunRequest(List.of(), false, true));
              } catch (Exception e) {
                throw new IllegalStateException(e);
              }
            });
    Thread.sleep(300);
    assertThat(waiting).isNotDone();
    holder.getOutputStream().close();
    assertThat(waiting.get(30, TimeUnit.SECONDS).ran()).containsExactly("copy", "upper", "count");
  }

  @Test
  void aSecondEngineOfTheSameProcessIsRefusedAndDoesNotBreakTheLock() throws Exception {
    ToyPipeline toy = new ToyPipeline(folder);
    ToyStage honest = toy.copy;
    toy.copy =
        honest.working(
            workspace -> {
              assertThatThrownBy(() -> new ToyPipeline(folder).run())
                  .isInstanceOf(LockedException.class)
                  .hasMessageContaining("another part of this process");
              // The kernel gives a lock up when any channel of the file is closed.
              assertThatThrownBy(() -> LockHolder.start(folder)).hasMessageContaining("second");
              honest.run(workspace);
            });
    assertThat(toy.run()).hasSize(3);
  }

  @Test
  void anInterruptEndsTheWaiting() throws Exception {
    ToyPipeline toy = new ToyPipeline(folder);
    CountDownLatch inside = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    ToyStage honest = toy.copy;
    toy.copy =
        honest.working(
            workspace -> {
              inside.countDown();
              await(end);
              honest.run(workspace);
            });
    CompletableFuture<List<String>> first =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return toy.run();
              } catch (Exception e) {
                throw new IllegalStateException(e);
              }
            });
    await(inside);
    Thread.currentThread().interrupt();
    Engine second = new ToyPipeline(folder).engine();
    assertThatThrownBy(() -> second.run(new RunRequest(List.of(), false, true)))
        .isInstanceOf(InterruptedIOException.class)
        .hasMessageContaining("Interrupted while waiting");
    assertThat(Thread.interrupted()).isTrue();
    end.countDown();
    assertThat(first.get(30, TimeUnit.SECONDS)).hasSize(3);
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
