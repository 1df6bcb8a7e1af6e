package stoffprobe.report.chart;

import java.awt.Color;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an element needs of Batik's many attributes, as CSS declarations: what SVG assumes anyway is
 * left out, and colours become the page's variables. It is a style and no presentation attributes,
 * for those can't refer to variables.
 *
 * @param fill how it is filled, empty for a line
 * @param stroke how its line is drawn, empty without one
 * @param other what remains
 */
record SvgStyle(List<String> fill, List<String> stroke, List<String> other) {

  private static final List<String> OF_STROKES =
      List.of(
          "stroke-opacity",
          "stroke-width",
          "stroke-dasharray",
          "stroke-linecap",
          "stroke-linejoin");
  private static final List<String> OF_TEXTS = List.of("font-size", "font-weight", "text-anchor");

  private static final Map<String, String> INITIAL =
      Map.of(
          "fill-opacity", "1",
          "stroke-opacity", "1",
          "stroke-width", "1",
          "stroke-dasharray", "none",
          "stroke-linecap", "butt",
          "stroke-linejoin", "miter",
          "font-weight", "normal",
          "text-anchor", "start",
          "shape-rendering", "auto");

  private static final Pattern RGB = Pattern.compile("rgb\\((\\d+),(\\d+),(\\d+)\\)");

  /**
   * The style of one element.
   *
   * @param tag the element's name
   * @param attributes its own attributes over all that it inherits
   */
  static SvgStyle of(String tag, Map<String, String> attributes) {
    if (tag.equals("image")) {
      return new SvgStyle(List.of(), List.of(), List.of("image-rendering:pixelated"));
    }
    List<String> other = tag.equals("text") ? OF_TEXTS : List.of("shape-rendering");
    return new SvgStyle(
        painted("fill", List.of("fill-opacity"), attributes),
        painted("stroke", OF_STROKES, attributes),
        declared(other, attributes).toList());
  }

  private record Declaration(String property, String value) {}

  boolean isFill() {
    return stroke.isEmpty() && !fill.isEmpty();
  }

  boolean isOutline() {
    return fill.isEmpty() && !stroke.isEmpty();
  }

  SvgStyle with(SvgStyle outline) {
    return new SvgStyle(fill, outline.stroke, other);
  }

  String css() {
    Stream<String> inside = isOutline() ? Stream.of("fill:none") : fill.stream();
    return Stream.of(inside, stroke.stream(), other.stream())
        .flatMap(s -> s)
        .collect(Collectors.joining(";"));
  }

  private static List<String> painted(
      String property, List<String> details, Map<String, String> attributes) {
    String paint = attributes.getOrDefault(property, "none");
    if (paint.equals("none")) {
      return List.of();
    }
    return Stream.concat(Stream.of(property + ":" + color(paint)), declared(details, attributes))
        .toList();
  }

  private static Stream<String> declared(List<String> properties, Map<String, String> attributes) {
    return properties.stream()
        .map(p -> new Declaration(p, attributes.getOrDefault(p, "")))
        .filter(d -> !d.value.isEmpty() && !d.value.equals(INITIAL.get(d.property)))
        .map(d -> d.property + ":" + d.value);
  }

  private static String color(String batik) {
    Matcher rgb = RGB.matcher(batik);
    return switch (batik) {
      case "black" -> Palette.css(Color.BLACK);
      case "white" -> Palette.css(Color.WHITE);
      default ->
          rgb.matches() ? Palette.css(new Color(part(rgb, 1), part(rgb, 2), part(rgb, 3))) : batik;
    };
  }

  private static int part(Matcher rgb, int group) {
    return Integer.parseInt(rgb.group(group));
  }
}
