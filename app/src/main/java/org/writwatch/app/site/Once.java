package org.writwatch.app.site;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Something that is made when it is first asked for, and once. Safe for use by several threads. */
final class Once<T> implements Supplier<T> {
    private final Supplier<T> make;
    private @Nullable T made;

    private Once(Supplier<T> make) {
        this.make = make;
    }

    /** Makes it later. */
    static <T> Supplier<T> of(Supplier<T> make) {
        return new Once<>(make);
    }

    @Override
    public synchronized T get() {
        T held = made;
        if (held == null) {
            held = make.get();
            made = held;
        }
        return held;
    }
}
