package stoffprobe.report.chart;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * One shape, text or picture of a drawing.
 *
 * @param markup what follows its tag's name
 */
record SvgElement(String tag, String markup, SvgStyle look) {

  private static final Map<String, List<String>> GEOMETRY =
      Map.of(
          "rect", List.of("x", "y", "width", "height"),
          "line", List.of("x1", "y1", "x2", "y2"),
          "circle", List.of("cx", "cy", "r"),
          "ellipse", List.of("cx", "cy", "rx", "ry"),
          "polygon", List.of("points"),
          "polyline", List.of("points"),
          "path", List.of("d"),
          "text", List.of("x", "y"),
          "image", List.of("x", "y", "width", "height", "href"));

  /** How Batik says a rotation about a point. */
  private static final Pattern ABOUT_POINT =
      Pattern.compile(
          "translate\\(([-0-9.]+),([-0-9.]+)\\) rotate\\(([-0-9.]+)\\)"
              + " translate\\([-0-9.]+,[-0-9.]+\\)");

  private static final Pattern SPACED_COMMAND = Pattern.compile(" ?([A-Z]) ?");

  /**
   * An element as markup.
   *
   * @param attributes its own attributes over those that it inherits
   * @param transform all that it is moved by, empty if by nothing
   * @param text what it encloses, empty if nothing
   */
  static SvgElement of(String tag, Map<String, String> attributes, String transform, String text) {
    StringBuilder markup = new StringBuilder();
    for (String name : GEOMETRY.getOrDefault(tag, List.of())) {
      String value = attributes.getOrDefault(name, "0");
      attribute(
          markup, name, name.equals("d") ? SPACED_COMMAND.matcher(value).replaceAll("$1") : value);
    }
    if (!transform.isEmpty()) {
      attribute(markup, "transform", ABOUT_POINT.matcher(transform).replaceAll("rotate($3 $1 $2)"));
    }
    if (text.isEmpty()) {
      markup.append("/>");
    } else {
      markup.append('>').append(Xml.escape(text)).append("</").append(tag).append('>');
    }
    return new SvgElement(tag, markup.toString(), SvgStyle.of(tag, attributes));
  }

  /** Without its style, for a group that says it. */
  String plain() {
    return "<" + tag + markup;
  }

  String styled() {
    return "<" + tag + " style=\"" + style() + "\"" + markup;
  }

  String style() {
    return look.css();
  }

  /** Whether this is the line around what {@code filled} fills, and no more. */
  boolean isOutlineOf(SvgElement filled) {
    return plain().equals(filled.plain()) && look.isOutline() && filled.look.isFill();
  }

  SvgElement outlinedBy(SvgElement outline) {
    return new SvgElement(tag, markup, look.with(outline.look));
  }

  private static void attribute(StringBuilder markup, String name, String value) {
    markup.append(' ').append(name).append("=\"").append(Xml.escape(value)).append('"');
  }
}
