package stoffprobe.serve;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;

/**
 * An image as JSON: {@code {"pixels": [[0, 255, ...], ...]}}, rows of whole numbers from 0 (black)
 * to 255, in colour rows of such triples, {@code [[[255, 0, 0], ...], ...]}. It is read token by
 * token, so that nothing is built of what was not asked for.
 */
final class JsonPixels {

  private static final JsonFactory FACTORY =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private JsonPixels() {}

  /**
   * Reads an image.
   *
   * @param channels 1 for a grey image, 3 for one in colour
   * @return uint8 {@code [height, width, channels]}
   * @throws Refusal if it is anything else
   */
  static byte[] read(byte[] body, int height, int width, int channels) throws Refusal {
    String expected =
        String.format(
            channels == 1
                ? "Send {\"pixels\": [[...], ...]} with %d rows of %d whole numbers from 0 to 255."
                : "Send {\"pixels\": [[[...], ...], ...]} with %d rows of %d pixels, each a list of"
                    + " red, green and blue as whole numbers from 0 to 255.",
            height,
            width);
    try (JsonParser parser = FACTORY.createParser(body)) {
      require(parser.nextToken() == JsonToken.START_OBJECT, "The body is no object. " + expected);
      require(
          parser.nextToken() == JsonToken.FIELD_NAME && parser.currentName().equals("pixels"),
          "The object has no \"pixels\" as its first key. " + expected);
      byte[] pixels = new byte[height * width * channels];
      open(parser, "\"pixels\" is no list. " + expected);
      for (int y = 0; y < height; y++) {
        open(parser, "There is no row " + y + ". " + expected);
        for (int x = 0; x < width; x++) {
          if (channels == 1) {
            pixels[y * width + x] = pixel(parser, y, x, expected);
          } else {
            colour(parser, y, x, pixels, (y * width + x) * channels, channels, expected);
          }
        }
        String numbers = channels == 1 ? " numbers. " : " pixels. ";
        close(parser, "Row " + y + " has more than " + width + numbers + expected);
      }
      close(parser, "There are more than " + height + " rows. " + expected);
      require(
          parser.nextToken() == JsonToken.END_OBJECT && parser.nextToken() == null,
          "Something stands behind the pixels. " + expected);
      return pixels;
    } catch (JacksonException e) {
      throw new Refusal(400, "The body is no JSON: " + e.getOriginalMessage() + ".", e);
    } catch (IOException e) {
      throw new Refusal(400, "The body is no JSON in UTF-8. " + expected, e);
    }
  }

  private static void colour(
      JsonParser parser, int y, int x, byte[] pixels, int at, int channels, String expected)
      throws IOException, Refusal {
    String place = "in row " + y + ", column " + x + ". ";
    open(parser, "There is no list of three numbers " + place + expected);
    for (int channel = 0; channel < channels; channel++) {
      pixels[at + channel] = pixel(parser, y, x, expected);
    }
    close(parser, "There are more than three numbers " + place + expected);
  }

  private static byte pixel(JsonParser parser, int y, int x, String expected)
      throws IOException, Refusal {
    require(
        parser.nextToken() == JsonToken.VALUE_NUMBER_INT,
        "There is no whole number in row " + y + ", column " + x + ". " + expected);
    String number = parser.getText();
    require(
        number.length() <= 3 && parser.getIntValue() >= 0 && parser.getIntValue() <= 255,
        "A pixel in row " + y + ", column " + x + " is not between 0 and 255. " + expected);
    return (byte) parser.getIntValue();
  }

  private static void open(JsonParser parser, String otherwise) throws IOException, Refusal {
    require(parser.nextToken() == JsonToken.START_ARRAY, otherwise);
  }

  private static void close(JsonParser parser, String otherwise) throws IOException, Refusal {
    require(parser.nextToken() == JsonToken.END_ARRAY, otherwise);
  }

  private static void require(boolean right, String otherwise) throws Refusal {
    if (!right) {
      throw new Refusal(400, otherwise);
    }
  }
}
