package stoffprobe.report.chart;

import java.awt.Font;
import java.awt.Graphics;
import java.awt.Image;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.ImageObserver;
import java.util.ArrayList;
import java.util.List;
import org.apache.batik.dom.GenericDOMImplementation;
import org.apache.batik.svggen.DOMGroupManager;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.apache.batik.util.SVGConstants;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Batik's canvas with three habits changed: texts keep their alignment, pictures their pixels, and
 * clips are dropped. A clip needs an id that would have to be unique in a whole page, and nothing
 * here is drawn beyond its axes.
 */
final class SvgCanvas extends SVGGraphics2D {

  /** Decimals of a coordinate; a tenth of a pixel isn't seen, a hundredth adds a third in size. */
  private static final int PRECISION = 1;

  private final List<Said> said;

  /** What {@link Hover} says of an area of the whole drawing. */
  record Said(Rectangle2D area, String text) {}

  SvgCanvas() {
    super(context(), false);
    said = new ArrayList<>();
  }

  private SvgCanvas(SvgCanvas other) {
    super(other);
    said = other.said;
  }

  void say(Rectangle2D area, String text) {
    said.add(new Said(getTransform().createTransformedShape(area).getBounds2D(), text));
  }

  List<Said> said() {
    return said;
  }

  private static SVGGeneratorContext context() {
    Document document =
        GenericDOMImplementation.getDOMImplementation()
            .createDocument(SVGConstants.SVG_NAMESPACE_URI, SVGConstants.SVG_SVG_TAG, null);
    SVGGeneratorContext context = SVGGeneratorContext.createDefault(document);
    context.setPrecision(PRECISION);
    return context;
  }

  @Override
  public Graphics create() {
    return new SvgCanvas(this);
  }

  @Override
  public void clip(@Nullable Shape shape) {
    // see the class comment
  }

  @Override
  public void setClip(@Nullable Shape shape) {
    // see the class comment
  }

  @Override
  public void drawString(String text, float x, float y) {
    Anchor anchor = Anchor.of(getFont());
    Element element = element(SVGConstants.SVG_TEXT_TAG);
    element.setAttributeNS(
        null,
        SVGConstants.SVG_X_ATTRIBUTE,
        number(x + anchor.share() * width(getFont(), getFontRenderContext(), text)));
    element.setAttributeNS(null, SVGConstants.SVG_Y_ATTRIBUTE, number(y));
    element.setAttributeNS(null, SVGConstants.SVG_TEXT_ANCHOR_ATTRIBUTE, anchor.css());
    element.setTextContent(text);
    domGroupManager.addElement(element, DOMGroupManager.FILL);
  }

  @Override
  public boolean drawImage(
      Image image, int x, int y, int width, int height, @Nullable ImageObserver observer) {
    Element element = element(SVGConstants.SVG_IMAGE_TAG);
    element.setAttributeNS(null, SVGConstants.SVG_X_ATTRIBUTE, number(x));
    element.setAttributeNS(null, SVGConstants.SVG_Y_ATTRIBUTE, number(y));
    element.setAttributeNS(null, SVGConstants.SVG_WIDTH_ATTRIBUTE, number(width));
    element.setAttributeNS(null, SVGConstants.SVG_HEIGHT_ATTRIBUTE, number(height));
    element.setAttributeNS(null, "href", DataUri.of((BufferedImage) image));
    domGroupManager.addElement(element, DOMGroupManager.FILL);
    return true;
  }

  private Element element(String tag) {
    return getDOMFactory().createElementNS(SVGConstants.SVG_NAMESPACE_URI, tag);
  }

  private String number(double value) {
    return getGeneratorContext().doubleString(value);
  }

  private static double width(Font font, FontRenderContext context, String text) {
    return font.getStringBounds(text, context).getWidth();
  }
}
