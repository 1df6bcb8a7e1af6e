package stoffprobe.report.chart;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/** A painter's drawing as SVG, lean enough to stand in a page. */
final class SvgDrawing {

  private static final Set<String> CONTAINERS = Set.of("svg", "g");
  private static final Set<String> NOT_DRAWN = Set.of("defs", "title", "desc");
  private static final String FONT = "font-family:system-ui,sans-serif";

  private final String description;
  private final int width;
  private final int height;
  private final List<SvgElement> elements = new ArrayList<>();
  private final List<SvgCanvas.Said> said;

  SvgDrawing(String description, int width, int height, Painter painter) {
    this.description = description;
    this.width = width;
    this.height = height;
    SvgCanvas canvas = new SvgCanvas();
    painter.paint(canvas);
    collect(canvas.getRoot(), Map.of(), "");
    said = canvas.said();
    canvas.dispose();
  }

  /** For a page: it inherits the page's variables and is as wide as there is room. */
  String inline() {
    return "<svg viewBox=\"0 0 "
        + width
        + " "
        + height
        + "\" width=\"100%\" role=\"img\" aria-label=\""
        + Xml.escape(description)
        + "\" style=\"max-width:"
        + width
        + "px;"
        + FONT
        + "\">\n"
        + body()
        + "</svg>";
  }

  /** For a file: on white, since it can't know what it is shown on, with a margin on each side. */
  String standalone(int margin) {
    int wide = width + 2 * margin;
    int high = height + 2 * margin;
    String corner = -margin + " " + -margin;
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\""
        + " viewBox=\""
        + corner
        + " "
        + wide
        + " "
        + high
        + "\" width=\""
        + wide
        + "\" height=\""
        + high
        + "\" role=\"img\" aria-label=\""
        + Xml.escape(description)
        + "\" style=\""
        + FONT
        + "\">\n<rect x=\""
        + -margin
        + "\" y=\""
        + -margin
        + "\" width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n"
        + body()
        + "</svg>\n";
  }

  private void collect(Element element, Map<String, String> inherited, String transform) {
    String tag = element.getTagName();
    if (NOT_DRAWN.contains(tag)) {
      return;
    }
    Map<String, String> attributes = new HashMap<>(inherited);
    NamedNodeMap own = element.getAttributes();
    for (int i = 0; i < own.getLength(); i++) {
      attributes.put(own.item(i).getNodeName(), own.item(i).getNodeValue());
    }
    String moved = (transform + " " + element.getAttribute("transform")).strip();
    if (!CONTAINERS.contains(tag)) {
      add(SvgElement.of(tag, attributes, moved, element.getTextContent()));
      return;
    }
    for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element e) {
        collect(e, attributes, moved);
      }
    }
  }

  /** JFreeChart fills a shape and then draws its outline; one element says both. */
  private void add(SvgElement element) {
    int last = elements.size() - 1;
    if (last >= 0 && element.isOutlineOf(elements.get(last))) {
      elements.set(last, elements.get(last).outlinedBy(element));
    } else {
      elements.add(element);
    }
  }

  /** The elements in their order, neighbours of one style in a group that says it once. */
  private String body() {
    StringBuilder body = new StringBuilder();
    int end;
    for (int start = 0; start < elements.size(); start = end) {
      String style = elements.get(start).style();
      end = start + 1;
      while (end < elements.size() && elements.get(end).style().equals(style)) {
        end++;
      }
      if (end == start + 1) {
        body.append(elements.get(start).styled()).append('\n');
      } else {
        body.append("<g style=\"").append(style).append("\">\n");
        elements.subList(start, end).forEach(e -> body.append(e.plain()).append('\n'));
        body.append("</g>\n");
      }
    }
    return body.append(values()).toString();
  }

  /**
   * Areas that can't be seen and say their value under the mouse; a drawing's words have it too.
   */
  private String values() {
    if (said.isEmpty()) {
      return "";
    }
    return said.stream()
        .map(SvgDrawing::value)
        .collect(Collectors.joining("", "<g fill=\"none\" pointer-events=\"all\">\n", "</g>\n"));
  }

  private static String value(SvgCanvas.Said said) {
    Rectangle2D area = said.area();
    return "<rect"
        + whole("x", area.getX())
        + whole("y", area.getY())
        + whole("width", area.getWidth())
        + whole("height", area.getHeight())
        + "><title>"
        + Xml.escape(said.text())
        + "</title></rect>\n";
  }

  private static String whole(String attribute, double value) {
    return " " + attribute + "=\"" + Math.round(value) + "\"";
  }
}
