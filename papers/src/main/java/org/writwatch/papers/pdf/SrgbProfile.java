package org.writwatch.papers.pdf;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * The sRGB colour space as an ICC profile (version 2, matrix and tone curve), computed from IEC 61966-2-1 so that no
 * profile of a vendor or of a particular Java is copied into documents.
 *
 * <p>Colorants are the standard's primaries adapted to the D50 white of the connection space (Bradford), as s15.16
 * fixed-point numbers; the tone curve is sampled at 1,024 points.
 */
final class SrgbProfile {
    private static final int POINTS = 1024;
    private static final int TAGS = 9;
    private static final int HEADER = 128;

    private SrgbProfile() {}

    /** The profile; the same bytes at every call. */
    static byte[] bytes() {
        byte[] description = description("sRGB IEC61966-2.1");
        byte[] copyright = text("No copyright, use freely");
        byte[] white = xyz(0.9642, 1.0, 0.8249);
        byte[] red = xyz(0.43607, 0.22249, 0.01392);
        byte[] green = xyz(0.38515, 0.71687, 0.09708);
        byte[] blue = xyz(0.14307, 0.06061, 0.71410);
        byte[] curve = curve();
        String[] names = {"desc", "cprt", "wtpt", "rXYZ", "gXYZ", "bXYZ", "rTRC", "gTRC", "bTRC"};
        byte[][] bodies = {description, copyright, white, red, green, blue, curve, curve, curve};
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                DataOutputStream out = new DataOutputStream(bytes)) {
            int offset = HEADER + 4 + 12 * TAGS;
            int[] offsets = new int[TAGS];
            for (int i = 0; i < TAGS; i++) {
                boolean shared = i > 0 && bodies[i] == bodies[i - 1];
                offsets[i] = shared ? offsets[i - 1] : offset;
                offset += shared ? 0 : bodies[i].length;
            }
            header(out, offset);
            out.writeInt(TAGS);
            for (int i = 0; i < TAGS; i++) {
                out.writeBytes(names[i]);
                out.writeInt(offsets[i]);
                out.writeInt(bodies[i].length);
            }
            for (int i = 0; i < TAGS; i++) {
                if (i == 0 || bodies[i] != bodies[i - 1]) {
                    out.write(bodies[i]);
                }
            }
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** ICC.1:2001-04, 6.1: 128 bytes; the date is a fixed one, the rest is zero. */
    private static void header(DataOutputStream out, int size) throws IOException {
        out.writeInt(size);
        out.writeInt(0);
        out.writeInt(0x02400000);
        out.writeBytes("mntrRGB XYZ ");
        for (int part : new int[] {2000, 1, 1, 0, 0, 0}) {
            out.writeShort(part);
        }
        out.writeBytes("acsp");
        out.write(new byte[28]);
        out.write(fixed(0.9642));
        out.write(fixed(1.0));
        out.write(fixed(0.8249));
        out.write(new byte[HEADER - 80]);
    }

    private static byte[] description(String name) {
        byte[] ascii = name.getBytes(StandardCharsets.US_ASCII);
        ByteBuffer b = ByteBuffer.allocate(pad(12 + ascii.length + 1 + 8 + 3 + 67));
        b.put("desc".getBytes(StandardCharsets.US_ASCII)).putInt(0).putInt(ascii.length + 1);
        b.put(ascii);
        return b.array();
    }

    private static byte[] text(String words) {
        byte[] ascii = words.getBytes(StandardCharsets.US_ASCII);
        ByteBuffer b = ByteBuffer.allocate(pad(8 + ascii.length + 1));
        b.put("text".getBytes(StandardCharsets.US_ASCII)).putInt(0).put(ascii);
        return b.array();
    }

    private static byte[] xyz(double x, double y, double z) {
        ByteBuffer b = ByteBuffer.allocate(20);
        b.put("XYZ ".getBytes(StandardCharsets.US_ASCII)).putInt(0);
        b.put(fixed(x)).put(fixed(y)).put(fixed(z));
        return b.array();
    }

    /** IEC 61966-2-1: linear below 0.04045, else ((v + 0.055) / 1.055) to the power 2.4. */
    private static byte[] curve() {
        ByteBuffer b = ByteBuffer.allocate(12 + 2 * POINTS);
        b.put("curv".getBytes(StandardCharsets.US_ASCII)).putInt(0).putInt(POINTS);
        for (int i = 0; i < POINTS; i++) {
            double v = i / (POINTS - 1.0);
            double linear = v <= 0.04045 ? v / 12.92 : StrictMath.pow((v + 0.055) / 1.055, 2.4);
            b.putShort((short) Math.round(linear * 65535));
        }
        return b.array();
    }

    private static byte[] fixed(double value) {
        return ByteBuffer.allocate(4).putInt((int) Math.round(value * 65536)).array();
    }

    private static int pad(int length) {
        return (length + 3) / 4 * 4;
    }
}
