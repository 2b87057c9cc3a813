package org.writwatch.agreements.memo;

import java.nio.charset.StandardCharsets;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Measures what the compressed streams of a PDF would unpack to, before anything unpacks them into memory.
 *
 * <p>Deflate streams are unpacked into a small window and only counted, through two layers; the other run-length codecs
 * are bounded by their greatest ratio. Pictures are not counted here (CCITT, JBIG2, JPEG, JPX): we never decode them.
 */
final class StreamBounds {
    /** The largest page description seen in a memorandum is under 1 MB, the largest font under 2 MB. */
    static final long ONE_STREAM = 48L << 20;

    static final long ALL_STREAMS = 160L << 20;

    private static final byte[] STREAM = "stream".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] END = "endstream".getBytes(StandardCharsets.US_ASCII);

    private StreamBounds() {}

    /** Bytes the streams would unpack to; {@link Long#MAX_VALUE} when one of them alone is too large. */
    static long unpacked(byte[] pdf) {
        long total = 0;
        int at = indexOf(pdf, STREAM, 0);
        while (at >= 0) {
            boolean end = at >= 3 && pdf[at - 1] == 'd' && pdf[at - 2] == 'n' && pdf[at - 3] == 'e';
            int next = at + STREAM.length;
            if (!end) {
                int from = start(pdf, next);
                String dictionary = dictionary(pdf, at);
                long size = size(pdf, from, dictionary);
                if (size > ONE_STREAM) {
                    return Long.MAX_VALUE;
                }
                total += size;
                int close = indexOf(pdf, END, from);
                next = close < 0 ? pdf.length : close + END.length;
            }
            at = next >= pdf.length ? -1 : indexOf(pdf, STREAM, next);
        }
        return total;
    }

    private static long size(byte[] pdf, int from, String dictionary) {
        int end = indexOf(pdf, END, from);
        int length = (end < 0 ? pdf.length : end) - from;
        if (picture(dictionary)) {
            return 0;
        }
        long size = length;
        if (dictionary.contains("/LZWDecode") || dictionary.contains("/LZW")) {
            size = length * 2731L;
        } else if (dictionary.contains("/RunLengthDecode")) {
            size = length * 64L;
        } else if (dictionary.contains("/ASCII85Decode") || dictionary.contains("/ASCIIHexDecode")) {
            size = dictionary.contains("/FlateDecode") ? length * 1032L : length;
        }
        return Math.max(size, inflated(pdf, from, pdf.length - from, 2));
    }

    private static boolean picture(String dictionary) {
        return dictionary.contains("/DCTDecode")
                || dictionary.contains("/JBIG2Decode")
                || dictionary.contains("/JPXDecode")
                || dictionary.contains("/CCITTFaxDecode");
    }

    /** Counts what a zlib stream gives; 0 when it is none. A stream that packs another is followed one layer down. */
    private static long inflated(byte[] bytes, int from, int length, int layers) {
        if (length < 2
                || (bytes[from] & 0x0f) != 8
                || ((bytes[from] & 0xff) * 256 + (bytes[from + 1] & 0xff)) % 31 != 0) {
            return 0;
        }
        Inflater inflater = new Inflater();
        byte[] window = new byte[1 << 16];
        byte[] first = new byte[0];
        long total = 0;
        try {
            inflater.setInput(bytes, from, length);
            while (!inflater.finished() && total <= ONE_STREAM) {
                int n = inflater.inflate(window);
                if (n == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
                    break;
                }
                if (total == 0) {
                    first = java.util.Arrays.copyOf(window, n);
                }
                total += n;
            }
        } catch (DataFormatException e) {
            // Damaged data: what came out so far is what a lenient reader would see.
            return total;
        } finally {
            inflater.end();
        }
        long inner = layers > 1 ? inflated(first, 0, first.length, layers - 1) : 0;
        return inner > first.length * 4L ? total * Math.max(1, inner / Math.max(1, first.length)) : total;
    }

    private static int start(byte[] pdf, int at) {
        int from = at;
        if (from < pdf.length && pdf[from] == '\r') {
            from++;
        }
        if (from < pdf.length && pdf[from] == '\n') {
            from++;
        }
        return Math.min(from, pdf.length);
    }

    private static String dictionary(byte[] pdf, int at) {
        int from = Math.max(0, at - 2000);
        String before = new String(pdf, from, at - from, StandardCharsets.ISO_8859_1);
        int obj = before.lastIndexOf(" obj");
        return obj < 0 ? before : before.substring(obj);
    }

    private static int indexOf(byte[] in, byte[] what, int from) {
        for (int i = from; i <= in.length - what.length; i++) {
            int j = 0;
            while (j < what.length && in[i + j] == what[j]) {
                j++;
            }
            if (j == what.length) {
                return i;
            }
        }
        return -1;
    }
}
