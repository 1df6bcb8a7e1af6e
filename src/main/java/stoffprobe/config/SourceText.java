package stoffprobe.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** The text of a pipeline file, checked for what no pipeline file contains. */
final class SourceText {

  /** A file of this size is no pipeline file, whatever it is; it must not fill the memory. */
  private static final int LARGEST = 1 << 20;

  private SourceText() {}

  /**
   * Reads {@code file}.
   *
   * @throws InvalidPipelineException if there is no such file, or it is not text
   * @throws IOException if the disk fails
   */
  static String read(Path file) throws IOException, InvalidPipelineException {
    byte[] bytes = bytes(file);
    CharBuffer chars = CharBuffer.allocate(bytes.length);
    ByteBuffer source = ByteBuffer.wrap(bytes);
    // A new decoder reports what it can't read instead of replacing it.
    CharsetDecoder utf8 = StandardCharsets.UTF_8.newDecoder();
    CoderResult result = utf8.decode(source, chars, true);
    String text = chars.flip().toString();
    if (result.isError()) {
      throw invalid(
          Place.inFile(file.toString(), lineAt(text, text.length())).text(),
          "found a byte that is not UTF-8, expected text; save the file as UTF-8");
    }
    refuseControlCharacters(file, text);
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private static byte[] bytes(Path file) throws IOException, InvalidPipelineException {
    if (Files.isDirectory(file)) {
      throw invalid(file.toString(), "found a folder, expected a pipeline file");
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(LARGEST + 1);
      if (bytes.length > LARGEST) {
        throw invalid(
            file.toString(), "found more than 1 MiB, expected a pipeline file of a few kilobytes");
      }
      return bytes;
    } catch (NoSuchFileException e) {
      throw invalid(
          file.toString(),
          "there is no such file; give the path of a pipeline file, such as"
              + " pipelines/fashion-mnist.yaml");
    } catch (AccessDeniedException e) {
      throw invalid(file.toString(), "the file may not be read; change its permissions");
    } catch (FileSystemException e) {
      throw invalid(
          file.toString(), "the file cannot be opened (" + e.getReason() + "); check its path");
    }
  }

  private static void refuseControlCharacters(Path file, String text)
      throws InvalidPipelineException {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean layout = c == '\n' || c == '\r' || c == '\t' || c == '\u0085';
      if ((Character.isISOControl(c) && !layout) || c == '\uFFFE' || c == '\uFFFF') {
        throw invalid(
            Place.inFile(file.toString(), lineAt(text, i)).text(),
            "found the control character " + Quoting.plain(String.valueOf(c)) + ", expected text");
      }
    }
  }

  private static int lineAt(String text, int offset) {
    return 1 + (int) text.substring(0, offset).chars().filter(c -> c == '\n').count();
  }

  private static InvalidPipelineException invalid(String place, String message) {
    return new InvalidPipelineException(List.of(place + ": " + message));
  }
}
