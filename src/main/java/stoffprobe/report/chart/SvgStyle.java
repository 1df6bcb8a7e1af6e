package stoffprobe.report.chart;

import java.awt.Color;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an element needs of Batik's many attributes, as a list of CSS declarations: what SVG assumes
 * anyway is left out, and colours become the page's variables. It is a style and no presentation
 * attributes, for those can't refer to variables.
 */
final class SvgStyle {

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

  private final Map<String, String> attributes;
  private final StringBuilder css = new StringBuilder();

  private SvgStyle(Map<String, String> attributes) {
    this.attributes = attributes;
  }

  /**
   * The declarations of one element.
   *
   * @param tag the element's name
   * @param attributes its own attributes over those that it inherits
   */
  static String of(String tag, Map<String, String> attributes) {
    return switch (tag) {
      case "image" -> "image-rendering:pixelated";
      case "text" -> new SvgStyle(attributes).fill().all(OF_TEXTS).toString();
      default -> new SvgStyle(attributes).fill().stroke().rendering().toString();
    };
  }

  private SvgStyle fill() {
    put("fill", color(value("fill", "black")));
    return filled() ? all(List.of("fill-opacity")) : this;
  }

  private boolean filled() {
    return !value("fill", "black").equals("none");
  }

  private SvgStyle stroke() {
    if (value("stroke", "none").equals("none")) {
      return this;
    }
    put("stroke", color(value("stroke", "none")));
    return all(OF_STROKES);
  }

  private SvgStyle rendering() {
    return all(List.of("shape-rendering"));
  }

  private SvgStyle all(List<String> properties) {
    for (String property : properties) {
      String initial = INITIAL.getOrDefault(property, "");
      String value = value(property, initial);
      if (!value.equals(initial)) {
        put(property, value);
      }
    }
    return this;
  }

  private String value(String property, String otherwise) {
    return attributes.getOrDefault(property, otherwise);
  }

  private void put(String property, String value) {
    if (css.length() > 0) {
      css.append(';');
    }
    css.append(property).append(':').append(value);
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

  @Override
  public String toString() {
    return css.toString();
  }
}
