package stoffprobe.config;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes {@link Node}s as YAML that {@link YamlTree} reads as the same. */
final class YamlText {

  private static final YAMLFactory YAML =
      YAMLFactory.builder()
          .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
          .disable(YAMLGenerator.Feature.SPLIT_LINES)
          .build();

  private YamlText() {}

  /** A whole file. */
  static String of(Node node) {
    StringWriter text = new StringWriter();
    try (JsonGenerator generator = YAML.createGenerator(text)) {
      write(node, generator);
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory can't fail to be written", e);
    }
    return text.toString();
  }

  /** A value in one line, for people: {@code 0.001}, {@code {step: {every: 3}}}. */
  static String line(Node node) {
    if (node instanceof Node.Mapping map) {
      return map.entries().entrySet().stream()
          .map(entry -> Quoting.visible(entry.getKey()) + ": " + line(entry.getValue().value()))
          .collect(Collectors.joining(", ", "{", "}"));
    } else if (node instanceof Node.Sequence list) {
      return list.items().stream().map(YamlText::line).collect(Collectors.joining(", ", "[", "]"));
    }
    return Quoting.visible(((Node.Scalar) node).text());
  }

  private static void write(Node node, JsonGenerator generator) throws IOException {
    if (node instanceof Node.Mapping map) {
      generator.writeStartObject();
      for (Map.Entry<String, Node.Entry> entry : map.entries().entrySet()) {
        generator.writeFieldName(entry.getKey());
        write(entry.getValue().value(), generator);
      }
      generator.writeEndObject();
    } else if (node instanceof Node.Sequence list) {
      generator.writeStartArray();
      for (Node item : list.items()) {
        write(item, generator);
      }
      generator.writeEndArray();
    } else if (node instanceof Node.Scalar scalar) {
      if (scalar.isNothing()) {
        generator.writeNull();
      } else if (scalar.word()) {
        generator.writeString(scalar.text());
      } else {
        generator.writeNumber(scalar.text()); // as it was written, no quotes
      }
    }
  }
}
