package org.writwatch.app.site;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/** The pages asked for last, ready to send as they are and packed, up to a bound in bytes. Safe for use by several threads. */
final class KeptPages {
    /** A page in the two ways it is sent; a picture in one. */
    static final class Body {
        private final byte[] plain;
        private final byte[] packed;

        private Body(byte[] plain, byte[] packed) {
            this.plain = plain;
            this.packed = packed;
        }

        /** As it is; empty when there is no such page. Not to be changed. */
        byte[] plain() {
            return plain;
        }

        /** Packed by gzip; empty when packing would save nothing. Not to be changed. */
        byte[] packed() {
            return packed;
        }

        private int size() {
            return plain.length + packed.length;
        }
    }

    private final int most;
    private final Map<String, Body> kept = new LinkedHashMap<>(256, 0.75f, true);
    private long size;

    KeptPages(int most) {
        this.most = most;
    }

    synchronized Optional<Body> find(String name) {
        return Optional.ofNullable(kept.get(name));
    }

    /** Keeps a page and lets go of those asked for longest ago. */
    Body keep(String name, byte[] plain, boolean packs) {
        Body body = new Body(plain, packs ? packed(plain) : new byte[0]);
        synchronized (this) {
            Body before = kept.put(name, body);
            size += body.size() - (before == null ? 0 : before.size());
            while (size > most && kept.size() > 1) {
                String oldest = kept.keySet().iterator().next();
                Body gone = kept.remove(oldest);
                size -= gone == null ? 0 : gone.size();
            }
        }
        return body;
    }

    private static byte[] packed(byte[] plain) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(plain.length / 3 + 64);
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
