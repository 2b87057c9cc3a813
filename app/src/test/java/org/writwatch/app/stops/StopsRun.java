package org.writwatch.app.stops;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.writwatch.app.Surroundings;
import org.writwatch.app.command.CommandLines;

/** {@code writwatch stops spec.yaml} in a folder of a test, as a person runs it. */
final class StopsRun {
    private final Path folder;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    StopsRun(Path folder) {
        this.folder = folder;
    }

    /** Writes the specification and runs it; the exit status. */
    int spec(String spec, String... options) throws IOException {
        Files.writeString(folder.resolve("spec.yaml"), spec);
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        Surroundings here = new Surroundings(
                new PrintWriter(out, true), new PrintWriter(err, true), folder, Map.of("LANG", "C"), false);
        String[] args = new String[options.length + 2];
        args[0] = "stops";
        args[1] = "spec.yaml";
        System.arraycopy(options, 0, args, 2, options.length);
        return CommandLines.run(here, args);
    }

    String out() {
        return out.toString();
    }

    String err() {
        return err.toString();
    }
}
