package org.writwatch.evidence.stops;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * How a file of stops is written.
 *
 * @param delimiter between cells
 * @param quoted whether quotation marks hold a cell together; else they are letters like others
 * @param latin1 whether bytes are ISO 8859-1, else UTF-8
 * @param header names of the columns when the file has no row of them; empty when its first row names them
 * @param extra whether cells beyond the last column are left unread, else the row is refused
 */
record Dialect(char delimiter, boolean quoted, boolean latin1, List<String> header, boolean extra) {
    /** RFC 4180. */
    static final Dialect CSV = new Dialect(',', true, false, List.of(), false);

    Dialect {
        header = List.copyOf(header);
    }

    /** The bytes as UTF-8. */
    InputStream text(InputStream in) {
        return latin1 ? new Latin1(in) : in;
    }

    /** Turns ISO 8859-1 into UTF-8 and leaves out bytes of zero, which some exports carry. */
    private static final class Latin1 extends FilterInputStream {
        private final byte[] raw = new byte[1 << 15];

        Latin1(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] to, int at, int length) throws IOException {
            while (true) {
                int n = in.read(raw, 0, Math.min(raw.length, Math.max(1, length / 2)));
                if (n < 0) {
                    return -1;
                }
                int written = at;
                for (int i = 0; i < n; i++) {
                    int b = raw[i] & 0xff;
                    if (b >= 0x80) {
                        to[written++] = (byte) (0xC0 | (b >> 6));
                        to[written++] = (byte) (0x80 | (b & 0x3F));
                    } else if (b != 0) {
                        to[written++] = (byte) b;
                    }
                }
                if (written > at) {
                    return written - at;
                }
            }
        }
    }
}
