package stoffprobe.report.chart;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/** A painter's drawing as SVG, lean enough to stand in a page. */
final class SvgDrawing {

  private static final Set<String> NOT_DRAWN = Set.of("defs", "title", "desc");
  private static final String FONT = "font-family:system-ui,sans-serif";

  private final String description;
  private final int width;
  private final int height;
  private final List<SvgElement> elements = new ArrayList<>();

  SvgDrawing(String description, int width, int height, Painter painter) {
    this.description = description;
    this.width = width;
    this.height = height;
    SvgCanvas canvas = new SvgCanvas();
    painter.paint(canvas);
    collect(canvas.getTopLevelGroup(), Map.of(), "");
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

  /** For a file: on white, since it can't know what it is shown on. */
  String standalone() {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\""
        + " viewBox=\"0 0 "
        + width
        + " "
        + height
        + "\" width=\""
        + width
        + "\" height=\""
        + height
        + "\" role=\"img\" aria-label=\""
        + Xml.escape(description)
        + "\" style=\""
        + FONT
        + "\">\n<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n"
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
    if (!tag.equals("g")) {
      elements.add(SvgElement.of(tag, attributes, moved, element.getTextContent()));
      return;
    }
    for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element e) {
        collect(e, attributes, moved);
      }
    }
  }

  /** The elements in their order, neighbours of one style in a group that says it once. */
  private String body() {
    StringBuilder body = new StringBuilder();
    String open = "";
    for (SvgElement element : elements) {
      if (!element.style().equals(open)) {
        body.append(open.isEmpty() ? "" : "</g>\n");
        body.append("<g style=\"").append(Xml.escape(element.style())).append("\">\n");
        open = element.style();
      }
      body.append(element.markup()).append('\n');
    }
    return body.append(open.isEmpty() ? "" : "</g>\n").toString();
  }
}
