package stoffprobe.data;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Where a SHA-256 begins; every Java platform has to offer it. */
public final class Sha256 {

  private Sha256() {}

  /** A digest that has seen nothing yet. */
  public static MessageDigest start() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no SHA-256", e);
    }
  }
}
