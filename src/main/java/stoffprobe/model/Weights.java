package stoffprobe.model;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import stoffprobe.data.Sha256;

/** A network's values, float32, one array a tensor, in the order of {@link ParameterSpec#of}. */
public final class Weights {

  private final List<ParameterSpec> specs;
  private final List<float[]> values;

  /**
   * Copies {@code values}.
   *
   * @throws IllegalArgumentException if an array does not have its parameter's size
   */
  public Weights(List<ParameterSpec> specs, List<float[]> values) {
    if (specs.size() != values.size()) {
      throw new IllegalArgumentException(values.size() + " arrays for " + specs.size());
    }
    List<float[]> copies = new ArrayList<>();
    for (int i = 0; i < specs.size(); i++) {
      if (values.get(i).length != specs.get(i).size()) {
        throw new IllegalArgumentException(
            specs.get(i) + " has " + specs.get(i).size() + " values, not " + values.get(i).length);
      }
      copies.add(values.get(i).clone());
    }
    this.specs = List.copyOf(specs);
    this.values = List.copyOf(copies);
  }

  public List<ParameterSpec> specs() {
    return specs;
  }

  /** The values of parameter {@code index} in C order, a copy. */
  public float[] values(int index) {
    return values.get(index).clone();
  }

  /** How many values are learned. */
  public long count() {
    return specs.stream().filter(ParameterSpec::learned).mapToLong(ParameterSpec::size).sum();
  }

  /**
   * SHA-256 over all tensors one after the other, each as little-endian float32 in C order; in
   * lower case hexadecimal digits.
   */
  public String sha256() {
    MessageDigest digest = Sha256.start();
    for (float[] tensor : values) {
      ByteBuffer bytes =
          ByteBuffer.allocate(tensor.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
      bytes.asFloatBuffer().put(tensor);
      digest.update(bytes);
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
