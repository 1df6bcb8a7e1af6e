package stoffprobe.config;

import java.util.Optional;
import java.util.function.Function;

/**
 * What a single value of the file may be.
 *
 * @param expected ends a message: {@code a whole number from 1 to 4096}
 * @param standIn takes the place of a wrong value until the problems are thrown, so that the rest
 *     of the file can be checked
 * @param reading the value, or empty if it is not of this kind
 */
record Kind<T>(String expected, T standIn, Function<Node.Scalar, Optional<T>> reading) {

  Optional<T> read(Node node) {
    return node instanceof Node.Scalar scalar ? reading.apply(scalar) : Optional.empty();
  }
}
