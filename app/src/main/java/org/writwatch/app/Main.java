package org.writwatch.app;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.writwatch.app.command.CommandLines;

/** Starts one command, says how it went in the exit code, and holds no state. */
public final class Main {
    private Main() {}

    /**
     * Runs a command line.
     *
     * @param args the words after {@code writwatch}
     */
    public static void main(String[] args) {
        PrintWriter out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        int status = CommandLines.run(Surroundings.ofThisProcess(out, err), args);
        out.flush();
        err.flush();
        System.exit(status);
    }
}
