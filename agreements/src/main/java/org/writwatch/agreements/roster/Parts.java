package org.writwatch.agreements.roster;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The parts of an Office Open XML file (ECMA-376 part 2 over ZIP, PKWARE APPNOTE 6.3): its directory, and the bytes of
 * the parts that are asked for.
 *
 * <p>Made for files from strangers. Nothing is written to disk; a part is inflated only when asked for, into no more
 * than {@link #LARGEST_PART} bytes and never more than the directory announced; its checksum must hold, and the
 * directory must agree with the header before the part, so that a damaged or doctored file is refused and not half
 * read. Not safe for use by several threads.
 */
final class Parts {
    /** A part may inflate to 64 MiB; the largest ever published by ICE is under 2 MiB. */
    static final int LARGEST_PART = 64 << 20;

    private static final int LARGEST_KEPT = 4 << 20;
    private static final int MOST_PARTS = 4_096;
    private static final int END = 0x06054b50;
    private static final int DIRECTORY = 0x02014b50;
    private static final int LOCAL = 0x04034b50;

    private record Entry(int flags, int method, int crc, int packed, int size, int at) {}

    private final String file;
    private final ByteBuffer bytes;
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    /** @throws org.writwatch.facts.problem.BadInput when the bytes are no such file, or a protected or damaged one */
    Parts(String file, byte[] content) {
        this.file = file;
        this.bytes = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
        refuseOtherFormats(content);
        readDirectory();
    }

    /** The names of all parts, in the order of the directory. */
    Set<String> names() {
        return entries.keySet();
    }

    /** Puts the bytes of a part into a buffer; whether there is one of that name. */
    boolean find(String name, Buffer into) {
        Entry entry = entries.get(name);
        if (entry != null) {
            inflate(entry, into);
        }
        return entry != null;
    }

    /** A part as packed, with what the directory says of it: two files that agree in all of it hold the same part. */
    static final class Packed {
        private final Entry entry;
        private final byte[] bytes;

        private Packed(Entry entry, byte[] bytes) {
            this.entry = entry;
            this.bytes = bytes;
        }
    }

    /** A copy of a part as packed; empty when there is none of that name. */
    Optional<Packed> packed(String name) {
        Entry entry = entries.get(name);
        if (entry == null) {
            return Optional.empty();
        }
        int start = start(entry);
        return Optional.of(new Packed(entry, Arrays.copyOfRange(bytes.array(), start, start + entry.packed)));
    }

    /** Whether the part of that name is the same as one of another file. */
    boolean holds(String name, Packed other) {
        Entry entry = entries.get(name);
        if (entry == null
                || entry.crc != other.entry.crc
                || entry.size != other.entry.size
                || entry.packed != other.entry.packed
                || entry.method != other.entry.method
                || entry.flags != other.entry.flags) {
            return false;
        }
        int start = start(entry);
        return Arrays.equals(bytes.array(), start, start + entry.packed, other.bytes, 0, other.bytes.length);
    }

    /** Room for one part at a time, used again for the next. */
    static final class Buffer {
        private byte[] bytes = new byte[1 << 12];
        private int length;

        byte[] bytes() {
            return bytes;
        }

        int length() {
            return length;
        }

        /** Gives back the room a large part took. */
        void trim() {
            if (bytes.length > LARGEST_KEPT) {
                bytes = new byte[1 << 12];
            }
            length = 0;
        }

        private void room(int size) {
            if (bytes.length < size) {
                bytes = new byte[Math.max(size, Math.min(2 * bytes.length, LARGEST_PART))];
            }
            length = size;
        }
    }

    private void refuseOtherFormats(byte[] content) {
        if (content.length == 0) {
            throw Refusal.notAWorkbook(file, "empty");
        }
        String start =
                new String(content, 0, Math.min(content.length, 512), StandardCharsets.ISO_8859_1).stripLeading();
        if (start.startsWith("%PDF")) {
            throw Refusal.notAWorkbook(file, "pdf");
        }
        if (start.startsWith("\u00d0\u00cf\u0011\u00e0")) {
            throw Refusal.notAWorkbook(file, "protected");
        }
        if (start.startsWith("<")) {
            throw Refusal.notAWorkbook(file, "web-page");
        }
        if (!start.startsWith("PK")) {
            throw Refusal.notAWorkbook(file, "other");
        }
    }

    private void readDirectory() {
        int end = -1;
        for (int at = bytes.limit() - 22; at >= 0 && at >= bytes.limit() - 22 - 0xffff; at--) {
            if (bytes.getInt(at) == END) {
                end = at;
                break;
            }
        }
        if (end < 0) {
            throw damaged();
        }
        int count = bytes.getShort(end + 10) & 0xffff;
        int at = bytes.getInt(end + 16);
        if (count > MOST_PARTS) {
            throw Refusal.notAWorkbook(file, "too-big");
        }
        for (int i = 0; i < count; i++) {
            if (at < 0 || at > end - 46 || bytes.getInt(at) != DIRECTORY) {
                throw damaged();
            }
            int nameLength = bytes.getShort(at + 28) & 0xffff;
            int next = at + 46 + nameLength + (bytes.getShort(at + 30) & 0xffff) + (bytes.getShort(at + 32) & 0xffff);
            if (next > end) {
                throw damaged();
            }
            Entry entry = new Entry(
                    bytes.getShort(at + 8) & 0xffff,
                    bytes.getShort(at + 10) & 0xffff,
                    bytes.getInt(at + 16),
                    bytes.getInt(at + 20),
                    bytes.getInt(at + 24),
                    bytes.getInt(at + 42));
            String name = text(at + 46, nameLength);
            if (entries.put(name, entry) != null || !nameBefore(entry).equals(name)) {
                throw damaged();
            }
            at = next;
        }
        if (at != end) {
            throw damaged();
        }
    }

    private void inflate(Entry entry, Buffer into) {
        if ((entry.flags & 1) != 0) {
            throw Refusal.notAWorkbook(file, "protected");
        }
        if (entry.size < 0 || entry.size > LARGEST_PART) {
            throw Refusal.notAWorkbook(file, "too-big");
        }
        int start = start(entry);
        into.room(entry.size);
        if (entry.method == 0 && entry.packed == entry.size) {
            bytes.get(start, into.bytes, 0, entry.size);
        } else if (entry.method != 8 || !inflate(start, entry.packed, into)) {
            throw damaged();
        }
        CRC32 crc = new CRC32();
        crc.update(into.bytes, 0, entry.size);
        if ((int) crc.getValue() != entry.crc) {
            throw damaged();
        }
    }

    /** Where the packed bytes of a part start, after a header that agrees with the directory. */
    private int start(Entry entry) {
        int at = entry.at;
        int start = at + 30 + (bytes.getShort(at + 26) & 0xffff) + (bytes.getShort(at + 28) & 0xffff);
        if (entry.packed < 0
                || start > bytes.limit() - entry.packed
                || (bytes.getShort(at + 8) & 0xffff) != entry.method) {
            throw damaged();
        }
        return start;
    }

    /** The name in the header before the part itself. */
    private String nameBefore(Entry entry) {
        int at = entry.at;
        if (at < 0 || at > bytes.limit() - 30 || bytes.getInt(at) != LOCAL) {
            throw damaged();
        }
        return text(at + 30, bytes.getShort(at + 26) & 0xffff);
    }

    private boolean inflate(int start, int packed, Buffer into) {
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(bytes.array(), start, packed);
            int done = 0;
            while (done < into.length) {
                int n = inflater.inflate(into.bytes, done, into.length - done);
                if (n == 0) {
                    return false;
                }
                done += n;
            }
            int surplus = inflater.finished() ? 0 : inflater.inflate(new byte[1]);
            return surplus == 0 && inflater.finished();
        } catch (DataFormatException e) {
            return false;
        } finally {
            inflater.end();
        }
    }

    private String text(int at, int length) {
        if (length > bytes.limit() - at) {
            throw damaged();
        }
        return new String(bytes.array(), at, length, StandardCharsets.UTF_8);
    }

    private RuntimeException damaged() {
        return Refusal.notAWorkbook(file, "damaged");
    }
}
