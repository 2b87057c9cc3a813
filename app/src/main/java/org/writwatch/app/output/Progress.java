package org.writwatch.app.output;

import java.io.PrintWriter;

/**
 * A bar of steps on standard error: which step is under way, out of how many. Silent when nobody watches. Safe for use
 * by several threads.
 */
public final class Progress {
    private static final int WIDTH = 24;

    private final PrintWriter to;
    private final boolean shown;
    private final int steps;
    private int done;

    /**
     * @param to standard error
     * @param shown whether a person watches and did not ask for quiet
     * @param steps how many steps there will be, at least 1
     */
    public Progress(PrintWriter to, boolean shown, int steps) {
        this.to = to;
        this.shown = shown;
        this.steps = Math.max(1, steps);
    }

    /** Says that one more step is done, and which. */
    public synchronized void step(String name) {
        done = Math.min(steps, done + 1);
        if (shown) {
            int full = done * WIDTH / steps;
            to.print("\r\u001b[K[" + "#".repeat(full) + ".".repeat(WIDTH - full) + "] " + done + "/" + steps + "  "
                    + name);
            to.flush();
        }
    }

    /** Clears the bar. */
    public synchronized void finish() {
        if (shown) {
            to.print("\r\u001b[K");
            to.flush();
        }
    }
}
