package org.writwatch.papers.draft.redact;

import java.awt.geom.GeneralPath;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.contentstream.PDFGraphicsStreamEngine;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.color.PDColor;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationSquare;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;

/** Follows how a page is painted, and tells whether dark boxes lie over letters that were painted before them. */
final class BoxReader extends PDFGraphicsStreamEngine {
    private static final double DARK = 0.25;
    private static final double SMALLEST = 3;
    private static final double WHOLE_PAGE = 0.8;

    private final List<Point2D> letters = new ArrayList<>();
    private final GeneralPath path = new GeneralPath();
    private boolean hidden;

    private BoxReader(PDPage page) {
        super(page);
    }

    /** Whether letters lie under a dark box, painted or put on as an annotation. */
    static boolean hides(PDPage page) throws IOException {
        BoxReader reader = new BoxReader(page);
        reader.processPage(page);
        for (PDAnnotation annotation : page.getAnnotations()) {
            PDRectangle at = annotation.getRectangle();
            boolean unapplied = "Redact".equals(annotation.getSubtype());
            boolean square = annotation instanceof PDAnnotationSquare box && dark(box.getInteriorColor());
            if (at != null && (unapplied || square)) {
                reader.cover(
                        new Rectangle2D.Double(at.getLowerLeftX(), at.getLowerLeftY(), at.getWidth(), at.getHeight()));
            }
        }
        return reader.hidden;
    }

    private void cover(Rectangle2D box) {
        PDRectangle page = getPage().getMediaBox();
        double share = box.getWidth() * box.getHeight() / (page.getWidth() * page.getHeight());
        if (box.getWidth() < SMALLEST || box.getHeight() < SMALLEST || share > WHOLE_PAGE) {
            return;
        }
        hidden |= letters.stream().anyMatch(box::contains);
    }

    private static boolean dark(PDColor color) {
        try {
            return color != null && darkness(color.toRGB());
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    private static boolean darkness(int rgb) {
        double light = 0.299 * (rgb >> 16 & 255) + 0.587 * (rgb >> 8 & 255) + 0.114 * (rgb & 255);
        return light / 255 < DARK;
    }

    @Override
    protected void showGlyph(Matrix matrix, PDFont font, int code, Vector displacement) throws IOException {
        String said = font.toUnicode(code);
        if (said == null || said.codePoints().anyMatch(Character::isLetterOrDigit)) {
            letters.add(matrix.transformPoint(displacement.getX() / 2, 0.25f));
        }
    }

    private void fill() {
        if (dark(getGraphicsState().getNonStrokingColor()) && getGraphicsState().getNonStrokeAlphaConstant() > 0.9) {
            cover(path.getBounds2D());
        }
        path.reset();
    }

    @Override
    public void appendRectangle(Point2D p0, Point2D p1, Point2D p2, Point2D p3) {
        path.moveTo(p0.getX(), p0.getY());
        path.lineTo(p1.getX(), p1.getY());
        path.lineTo(p2.getX(), p2.getY());
        path.lineTo(p3.getX(), p3.getY());
        path.closePath();
    }

    @Override
    public void drawImage(PDImage image) throws IOException {
        BufferedImage seen = image.getImage();
        int darkPixels = 0;
        for (int i = 0; i < 16; i++) {
            int x = seen.getWidth() * (i % 4) / 4;
            int y = seen.getHeight() * (i / 4) / 4;
            darkPixels += darkness(seen.getRGB(x, y)) ? 1 : 0;
        }
        if (darkPixels == 16) {
            Matrix at = getGraphicsState().getCurrentTransformationMatrix();
            cover(new Rectangle2D.Double(
                    at.getTranslateX(), at.getTranslateY(), at.getScalingFactorX(), at.getScalingFactorY()));
        }
    }

    @Override
    public void clip(int rule) {
        path.setWindingRule(rule);
    }

    @Override
    public void moveTo(float x, float y) {
        path.moveTo(x, y);
    }

    @Override
    public void lineTo(float x, float y) {
        if (path.getCurrentPoint() == null) {
            path.moveTo(x, y);
        }
        path.lineTo(x, y);
    }

    @Override
    public void curveTo(float x1, float y1, float x2, float y2, float x3, float y3) {
        if (path.getCurrentPoint() == null) {
            path.moveTo(x1, y1);
        }
        path.curveTo(x1, y1, x2, y2, x3, y3);
    }

    @Override
    public Point2D getCurrentPoint() {
        Point2D at = path.getCurrentPoint();
        return at == null ? new Point2D.Float() : at;
    }

    @Override
    public void closePath() {
        if (path.getCurrentPoint() != null) {
            path.closePath();
        }
    }

    @Override
    public void endPath() {
        path.reset();
    }

    @Override
    public void strokePath() {
        path.reset();
    }

    @Override
    public void fillPath(int rule) {
        fill();
    }

    @Override
    public void fillAndStrokePath(int rule) {
        fill();
    }

    @Override
    public void shadingFill(COSName name) {
        path.reset();
    }
}
