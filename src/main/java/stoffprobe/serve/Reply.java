package stoffprobe.serve;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * What a request is answered with.
 *
 * @param status of HTTP
 * @param type of the content
 * @param text the content
 */
record Reply(int status, String type, String text) {

  static final String JSON = "application/json";

  private static final ObjectMapper MAPPER = new ObjectMapper();

  static Reply json(int status, Map<String, ?> fields) {
    try {
      return new Reply(status, JSON, MAPPER.writeValueAsString(fields) + "\n");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("maps of texts and numbers are JSON", e);
    }
  }

  /** A refusal, with its reason. */
  static Reply refused(Refusal refusal) {
    return json(refusal.status(), Map.of("error", refusal.getMessage()));
  }

  byte[] bytes() {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
