package org.writwatch.app.estimate;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Numbers as answers print them: whole ones without a point, none that is not finite. */
public final class Numbers {
    private Numbers() {}

    /** A number as text, whole ones without a point. */
    public static String plain(double v) {
        return v == Math.rint(v) && Math.abs(v) < 1e15 ? Long.toString((long) v) : Double.toString(v);
    }

    /** A number for an answer: null when there is none, an integer when it is whole. */
    public static @Nullable Object of(double v) {
        if (!Double.isFinite(v)) {
            return null;
        }
        if (v == Math.rint(v) && Math.abs(v) < 1e15) {
            return (long) v;
        }
        return v;
    }

    /** An estimate: null when there is none, a point kept even when it is whole. */
    public static @Nullable Object measured(double v) {
        return Double.isFinite(v) ? (Object) v : null;
    }

    /** Names and values in turn; a value may be null, which is said as null. */
    @SuppressWarnings("NullAway")
    public static Map<String, Object> map(@Nullable Object... pairs) {
        Map<String, Object> m = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            m.put((String) pairs[i], pairs[i + 1]);
        }
        return m;
    }
}
