package org.writwatch.papers.pdf;

import com.openhtmltopdf.css.constants.IdentValue;
import com.openhtmltopdf.css.parser.FSRGBColor;
import com.openhtmltopdf.css.sheet.FontFaceRule;
import com.openhtmltopdf.css.style.CssContext;
import com.openhtmltopdf.css.value.FontSpecification;
import com.openhtmltopdf.extend.FSSupplier;
import com.openhtmltopdf.extend.OutputDevice;
import com.openhtmltopdf.extend.SVGDrawer;
import com.openhtmltopdf.extend.TextRenderer;
import com.openhtmltopdf.layout.SharedContext;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.render.AbstractOutputDevice;
import com.openhtmltopdf.render.Box;
import com.openhtmltopdf.render.FSFont;
import com.openhtmltopdf.render.RenderingContext;
import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.io.File;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Draws the SVG that our own charts are made of, straight into the page as lines, areas and text.
 *
 * <p>The subset: {@code g, rect, line, polyline, polygon, circle, path, text} with {@code fill, stroke, stroke-width,
 * stroke-dasharray, font-size, font-weight, text-anchor} as attributes (inherited from the group), user units,
 * {@code viewBox} from the origin. Any other shape is a defect and is refused, so that a chart can not lose a part
 * silently. A general SVG library would add 18 jars and a second to the first page.
 */
final class DrawingPainter implements SVGDrawer {
    @Override
    public SVGImage buildSVGImage(
            Element svg, Box box, CssContext css, double cssWidth, double cssHeight, double dotsPerPixel) {
        String[] view = svg.getAttribute("viewBox").trim().split("[ ,]+", -1);
        if (view.length != 4) {
            throw new IllegalArgumentException("a drawing needs a viewBox of four numbers");
        }
        double viewWidth = Double.parseDouble(view[2]);
        double viewHeight = Double.parseDouble(view[3]);
        double width = cssWidth >= 0 ? cssWidth : viewWidth * dotsPerPixel;
        return new Drawing(svg, width, width * viewHeight / viewWidth, width / viewWidth);
    }

    @Override
    public void importFontFaceRules(List<FontFaceRule> fontFaces, SharedContext shared) {}

    @Override
    public void addFontFile(File file, String family, Integer weight, FontStyle style) {}

    @Override
    public void addFontStream(FSSupplier<InputStream> supplier, String family, Integer weight, FontStyle style) {}

    @Override
    public void close() {}

    /** One drawing; lengths in the layout's dots, {@code scale} in dots per user unit. */
    private record Drawing(Element svg, double width, double height, double scale) implements SVGImage {
        @Override
        public int getIntrinsicWidth() {
            return (int) Math.round(width);
        }

        @Override
        public int getIntrinsicHeight() {
            return (int) Math.round(height);
        }

        @Override
        public void drawSVG(OutputDevice device, RenderingContext context, double x, double y) {
            Stroke before = device.getStroke();
            new Pen(device, context, x, y, scale).children(svg);
            device.setStroke(before);
        }
    }

    /** Where the drawing stands on the page, and what it is drawn with. */
    private record Pen(OutputDevice device, RenderingContext context, double left, double top, double scale) {
        void children(Element parent) {
            for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
                if (node instanceof Element element) {
                    draw(element);
                }
            }
        }

        private void draw(Element e) {
            switch (e.getTagName()) {
                case "title", "desc" -> {}
                case "g" -> children(e);
                case "text" -> text(e);
                default -> shape(e, shapeOf(e));
            }
        }

        private Shape shapeOf(Element e) {
            return switch (e.getTagName()) {
                case "rect" ->
                    new Rectangle2D.Double(
                            x(e, "x"), y(e, "y"), number(e, "width") * scale, number(e, "height") * scale);
                case "circle" -> {
                    double r = number(e, "r") * scale;
                    yield new Ellipse2D.Double(x(e, "cx") - r, y(e, "cy") - r, 2 * r, 2 * r);
                }
                case "line" -> {
                    Path2D.Double line = new Path2D.Double();
                    line.moveTo(x(e, "x1"), y(e, "y1"));
                    line.lineTo(x(e, "x2"), y(e, "y2"));
                    yield line;
                }
                case "polyline", "polygon" -> points(e, e.getTagName().equals("polygon"));
                case "path" -> path(e.getAttribute("d"));
                default -> throw new IllegalArgumentException("a drawing for print has no <" + e.getTagName() + ">");
            };
        }

        private Shape points(Element e, boolean closed) {
            Path2D.Double path = new Path2D.Double();
            String[] numbers = e.getAttribute("points").trim().split("[ ,]+", -1);
            for (int i = 0; i + 1 < numbers.length; i += 2) {
                double px = left + Double.parseDouble(numbers[i]) * scale;
                double py = top + Double.parseDouble(numbers[i + 1]) * scale;
                if (i == 0) {
                    path.moveTo(px, py);
                } else {
                    path.lineTo(px, py);
                }
            }
            if (closed) {
                path.closePath();
            }
            return path;
        }

        /** Straight pieces only: "M x y" begins one and "L x y" goes on. */
        private Shape path(String pieces) {
            Path2D.Double path = new Path2D.Double();
            for (String piece : pieces.split("(?=[A-Za-z])", -1)) {
                if (piece.isBlank()) {
                    continue;
                }
                String[] numbers = piece.substring(1).trim().split("[ ,]+", -1);
                double px = left + Double.parseDouble(numbers[0]) * scale;
                double py = top + Double.parseDouble(numbers[1]) * scale;
                switch (piece.charAt(0)) {
                    case 'M' -> path.moveTo(px, py);
                    case 'L' -> path.lineTo(px, py);
                    default -> throw new IllegalArgumentException("a drawing for print has no path piece " + piece);
                }
            }
            return path;
        }

        private void shape(Element e, Shape shape) {
            String fill = inherited(e, "fill", e.getTagName().equals("polyline") ? "none" : "#000000");
            if (!fill.equals("none") && !e.getTagName().equals("line")) {
                device.setColor(color(fill));
                device.fill(shape);
            }
            String stroke = inherited(e, "stroke", "none");
            if (!stroke.equals("none")) {
                device.setColor(color(stroke));
                device.setStroke(stroke(e));
                device.draw(shape);
            }
        }

        private BasicStroke stroke(Element e) {
            float width = (float) (Double.parseDouble(inherited(e, "stroke-width", "1")) * scale);
            String dashes = inherited(e, "stroke-dasharray", "none");
            if (dashes.equals("none")) {
                return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);
            }
            String[] parts = dashes.trim().split("[ ,]+", -1);
            float[] dash = new float[parts.length];
            for (int i = 0; i < dash.length; i++) {
                dash[i] = (float) (Double.parseDouble(parts[i]) * scale);
            }
            return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10f, dash, 0f);
        }

        private void text(Element e) {
            FontSpecification wanted = new FontSpecification();
            wanted.families = new String[] {PdfFonts.SANS};
            wanted.size = (float) (Double.parseDouble(inherited(e, "font-size", "12")) * scale);
            wanted.fontWeight =
                    inherited(e, "font-weight", "normal").equals("bold") ? IdentValue.BOLD : IdentValue.NORMAL;
            wanted.fontStyle = IdentValue.NORMAL;
            wanted.variant = IdentValue.NORMAL;
            FSFont font = context.getFont(wanted);
            String words = PageSource.words(e);
            TextRenderer renderer = context.getTextRenderer();
            double width = renderer.getWidth(context.getFontContext(), font, words);
            double shift = switch (inherited(e, "text-anchor", "start")) {
                case "middle" -> width / 2;
                case "end" -> width;
                default -> 0;
            };
            device.setColor(color(inherited(e, "fill", "#000000")));
            device.setFont(font);
            ((AbstractOutputDevice) device).setFontSpecification(wanted);
            renderer.drawString(device, words, (float) (x(e, "x") - shift), (float) y(e, "y"));
        }

        private double x(Element e, String attribute) {
            return left + number(e, attribute) * scale;
        }

        private double y(Element e, String attribute) {
            return top + number(e, attribute) * scale;
        }

        private static double number(Element e, String attribute) {
            String text = e.getAttribute(attribute);
            return text.isEmpty() ? 0 : Double.parseDouble(text);
        }

        private static FSRGBColor color(String hex) {
            return new FSRGBColor(Integer.parseInt(hex.substring(1), 16));
        }

        private static String inherited(Element e, String attribute, String otherwise) {
            for (@Nullable Node n = e; n instanceof Element at; n = n.getParentNode()) {
                if (!at.getAttribute(attribute).isEmpty()) {
                    return at.getAttribute(attribute);
                }
                if (at.getTagName().equals("svg")) {
                    break;
                }
            }
            return otherwise;
        }
    }
}
