package stoffprobe.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import org.junit.jupiter.api.Test;

/** What the JDK reports, as a person would say it. */
class PlainMessageTest {

  private static final class OwnException extends IOException {
    OwnException(String message) {
      super(message);
    }
  }

  @Test
  void whatIsMissingIsCalledMissing() {
    assertThat(PlainMessage.of(new NoSuchFileException("a/b.npy")))
        .isEqualTo("a/b.npy is missing.");
    assertThat(PlainMessage.of(new FileNotFoundException("a (b).npy (No such file or directory)")))
        .isEqualTo("a (b).npy is missing.");
  }

  @Test
  void whatMayNotBeWrittenSaysSo() {
    assertThat(PlainMessage.of(new AccessDeniedException("out/.lock")))
        .isEqualTo(
            "out/.lock may not be written by this user."
                + " Check its owner and permissions and those of its folder.");
    assertThat(PlainMessage.of(new FileNotFoundException("out/x (Permission denied)")))
        .startsWith("out/x may not be written");
    assertThat(PlainMessage.of(new FileSystemException("out", null, "Read-only file system")))
        .isEqualTo("out may not be written: the file system is read-only. Choose another folder.");
  }

  @Test
  void aFullDiskAsksForSpace() {
    String sentence = "The disk that holds %s is full; free space and run again.";
    assertThat(PlainMessage.of(new FileSystemException("out", null, "No space left on device")))
        .isEqualTo(sentence, "out");
    assertThat(PlainMessage.of(new FileSystemException("in", "out", "No space left on device")))
        .isEqualTo("The disk that holds out is full; free space and run again.");
    assertThat(PlainMessage.of(new IOException("No space left on device")))
        .isEqualTo(sentence, "the output");
    assertThat(PlainMessage.of(new FileSystemException("out", null, "Disk quota exceeded")))
        .isEqualTo(sentence, "out");
  }

  @Test
  void theRestNamesFileAndReason() {
    assertThat(PlainMessage.of(new FileSystemException("a", null, "Is a directory")))
        .isEqualTo("a could not be read or written: Is a directory.");
    assertThat(PlainMessage.of(new NotDirectoryException("a")))
        .isEqualTo("a could not be read or written.");
    assertThat(PlainMessage.of(new IOException())).isEqualTo("IOException");
  }

  @Test
  void aSentenceOfOurOwnPassesUnchanged() {
    OwnException own = new OwnException("a.npy holds 3 images, not 4.");
    assertThat(PlainMessage.of(own)).isEqualTo("a.npy holds 3 images, not 4.");
    assertThat(PlainMessage.translated(own)).isSameAs(own);
  }
}
