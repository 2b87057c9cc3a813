package org.writwatch.app.site;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * The pages asked for last, packed as most readers take them, up to a bound in bytes. Safe for use by several threads.
 */
final class KeptPages {
    /** A page, or a picture, which is packed already. */
    static final class Body {
        private final byte[] kept;
        private final boolean packed;

        private Body(byte[] kept, boolean packed) {
            this.kept = kept;
            this.packed = packed;
        }

        /** Whether there is nothing of that name. */
        boolean isEmpty() {
            return kept.length == 0;
        }

        /** Whether {@link #kept} is packed by gzip. */
        boolean isPacked() {
            return packed;
        }

        /** As it is kept. Not to be changed. */
        byte[] kept() {
            return kept;
        }

        /** As it is read. */
        byte[] plain() {
            if (!packed) {
                return kept;
            }
            try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(kept))) {
                return in.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
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
        boolean packed = packs && plain.length > 0;
        Body body = new Body(packed ? packed(plain) : plain, packed);
        synchronized (this) {
            Body before = kept.put(name, body);
            size += body.kept.length - (before == null ? 0 : before.kept.length);
            while (size > most && kept.size() > 1) {
                String oldest = kept.keySet().iterator().next();
                Body gone = kept.remove(oldest);
                size -= gone == null ? 0 : gone.kept.length;
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
