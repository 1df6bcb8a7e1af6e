package stoffprobe.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The kinds of text. What YAML takes for a number or a truth value is text here too. */
final class Words {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]*");
  private static final int LONGEST_NAME = 100;
  private static final Pattern SHA256 = Pattern.compile("[0-9A-Fa-f]{64}");

  /** Debian Policy Manual, section 5.6.7. */
  private static final Pattern DEBIAN_PACKAGE = Pattern.compile("[a-z0-9][a-z0-9+.-]+");

  private static final Set<String> SCHEMES = Set.of("http", "https", "file");

  private Words() {}

  /** The name of a pipeline or a model, which files and folders are named after. */
  static Kind<String> name() {
    return text(
        "a name of at most "
            + LONGEST_NAME
            + " letters, digits, - and _ that begins with a letter or digit ("
            + NAME
            + ")",
        Words::isName);
  }

  static boolean isName(String text) {
    return text.length() <= LONGEST_NAME && NAME.matcher(text).matches();
  }

  /** Free text on one line. */
  static Kind<String> line(int longest) {
    return text(
        "text on one line of at most " + longest + " characters",
        text -> isLine(text) && text.codePointCount(0, text.length()) <= longest);
  }

  /** The name of a file without its folder. */
  static Kind<String> fileName() {
    return text(
        "a plain file name without / and \\ that does not begin with a dot",
        text ->
            isLine(text)
                && text.length() <= 200
                && !text.startsWith(".")
                && text.chars().noneMatch(c -> c == '/' || c == '\\'));
  }

  static Kind<String> sha256() {
    return new Kind<>(
        "a SHA-256 of 64 hexadecimal digits",
        "0".repeat(64),
        scalar ->
            Optional.of(scalar.text())
                .filter(SHA256.asMatchPredicate())
                .map(text -> text.toLowerCase(Locale.ROOT)));
  }

  static Kind<String> debianPackage() {
    return text(
        "the name of a Debian package (" + DEBIAN_PACKAGE + ")", DEBIAN_PACKAGE.asMatchPredicate());
  }

  static Kind<String> address() {
    return text(
        "an address without ? and # that begins with http://, https:// or file:/",
        Words::isAddress);
  }

  static Kind<Path> folder() {
    return new Kind<>("the path of a folder", Path.of("."), Words::path);
  }

  static Kind<Path> file() {
    return new Kind<>("the path of a file", Path.of("?"), Words::path);
  }

  /** Yes or no. */
  static Kind<Boolean> truth() {
    return new Kind<>(
        "true or false",
        false,
        scalar ->
            switch (scalar.text()) {
              case "true" -> Optional.of(true);
              case "false" -> Optional.of(false);
              default -> Optional.empty();
            });
  }

  /** One of the constants of an enum, in lower case. */
  static <E extends Enum<E>> Kind<E> oneOf(List<E> constants) {
    Function<E, String> word = constant -> constant.name().toLowerCase(Locale.ROOT);
    return new Kind<>(
        constants.stream().map(word).collect(Collectors.joining(" or ")),
        constants.get(0),
        scalar ->
            constants.stream()
                .filter(constant -> word.apply(constant).equals(scalar.text()))
                .findFirst());
  }

  private static Kind<String> text(String expected, Predicate<String> allowed) {
    return new Kind<>(
        expected,
        "?",
        scalar ->
            scalar.isNothing() ? Optional.empty() : Optional.of(scalar.text()).filter(allowed));
  }

  private static boolean isLine(String text) {
    return !text.isBlank() && text.codePoints().noneMatch(Quoting::isInvisible);
  }

  private static boolean isAddress(String text) {
    try {
      URI uri = new URI(text);
      boolean local = "file".equals(uri.getScheme());
      return SCHEMES.contains(String.valueOf(uri.getScheme()))
          && (local ? uri.getPath() != null : uri.getHost() != null)
          && uri.getQuery() == null
          && uri.getFragment() == null;
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private static Optional<Path> path(Node.Scalar scalar) {
    try {
      return isLine(scalar.text()) ? Optional.of(Path.of(scalar.text())) : Optional.empty();
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}
