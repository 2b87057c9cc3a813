package org.writwatch.papers.site;

import io.nayuki.qrcodegen.QrCode;

/** An address as a QR code (ISO/IEC 18004), black on white whatever the page's colours, so that every phone reads it. */
public final class QrDrawing {
    /** The quiet zone that the standard asks for, in modules. */
    private static final int BORDER = 4;

    private QrDrawing() {}

    /**
     * The drawing.
     *
     * @param address at most a few hundred characters
     * @param title what it is, for who cannot see it
     */
    public static String svg(String address, String title) {
        QrCode code = QrCode.encodeText(address, QrCode.Ecc.MEDIUM);
        int side = code.size + 2 * BORDER;
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append("M")
                            .append(x + BORDER)
                            .append(",")
                            .append(y + BORDER)
                            .append("h1v1h-1z");
                }
            }
        }
        String name = title.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        return "<svg class=\"qr-code\" viewBox=\"0 0 " + side + " " + side + "\" role=\"img\"><title>" + name
                + "</title><rect width=\"" + side + "\" height=\"" + side + "\" fill=\"#ffffff\"/><path d=\"" + path
                + "\" fill=\"#000000\"/></svg>";
    }
}
