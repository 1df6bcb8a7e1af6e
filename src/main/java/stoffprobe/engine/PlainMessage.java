package stoffprobe.engine;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.UnknownHostException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Turns the JDK's reports of failed input and output into plain sentences. This is the one place
 * that does. Exceptions of other classes were given a full message by who threw them and keep it.
 */
public final class PlainMessage {

  /** {@code FileNotFoundException} hides its reason in the message: {@code a.txt (Is a ...)}. */
  private static final Pattern FILE_AND_REASON = Pattern.compile("(.*) \\(([^()]*)\\)");

  private PlainMessage() {}

  /** One or two sentences for the user. */
  public static String of(@Nullable IOException failure) {
    if (failure == null) {
      return "A file could not be read or written.";
    }
    if (!failure.getClass().getName().startsWith("java.")) {
      return said(failure);
    }
    if (failure instanceof NoSuchFileException missing && missing.getFile() != null) {
      return missing.getFile() + " is missing.";
    }
    if (failure instanceof AccessDeniedException denied && denied.getFile() != null) {
      return denied(denied.getFile());
    }
    if (failure instanceof FileSystemException broken && broken.getFile() != null) {
      // A copy names its source first; it is the target's disk that has no space left.
      boolean target = broken.getOtherFile() != null && full(String.valueOf(broken.getReason()));
      return of(target ? broken.getOtherFile() : broken.getFile(), broken.getReason());
    }
    if (failure instanceof FileNotFoundException missing) {
      Matcher parts = FILE_AND_REASON.matcher(said(missing));
      return parts.matches() ? of(parts.group(1), parts.group(2)) : said(missing);
    }
    if (failure instanceof EOFException) {
      return "A file ends too early: " + said(failure);
    }
    if (failure instanceof CharacterCodingException) {
      return "A file is not the UTF-8 text that it should be: " + said(failure);
    }
    if (failure instanceof UnknownHostException) {
      return "The server " + said(failure) + " is not known here; is there a network?";
    }
    if (said(failure).contains("NOFOLLOW_LINKS")) {
      return "A symbolic link stands where the output folder has a file of its own (.lock,"
          + " runs.jsonl, ...). Links are not followed from there; remove it.";
    }
    return full(said(failure)) ? diskFull("the output") : said(failure);
  }

  /** The same failure with a plain message; what has one already is returned as it is. */
  static IOException translated(IOException failure) {
    String message = of(failure);
    return message.equals(failure.getMessage()) ? failure : new IOException(message, failure);
  }

  private static String of(String file, @Nullable String reason) {
    if (reason == null || reason.isBlank()) {
      return file + " could not be read or written.";
    }
    if (full(reason)) {
      return diskFull(file);
    }
    return switch (reason.toLowerCase(Locale.ROOT)) {
      case "permission denied" -> denied(file);
      case "no such file or directory" -> file + " is missing.";
      case "read-only file system" ->
          file + " may not be written: the file system is read-only. Choose another folder.";
      default -> file + " could not be read or written: " + reason + ".";
    };
  }

  private static String denied(String file) {
    Path path = Path.of(file);
    boolean reading = Files.exists(path) && !Files.isReadable(path);
    return file
        + (reading ? " may not be read" : " may not be written")
        + " by this user. Check its owner and permissions and those of its folder.";
  }

  private static boolean full(String reason) {
    return reason.contains("No space left on device")
        || reason.contains("not enough space on the disk")
        || reason.contains("Disk quota exceeded");
  }

  private static String diskFull(String file) {
    return "The disk that holds " + file + " is full; free space and run again.";
  }

  private static String said(IOException failure) {
    String message = failure.getMessage();
    return message == null ? failure.getClass().getSimpleName() : message;
  }
}
