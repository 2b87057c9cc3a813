package org.writwatch.app.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.writwatch.app.Surroundings;

/** A process of its own in which no socket can be opened: runs command lines and prints how many each tried to open. */
final class NoNetwork {
    private static final AtomicInteger TRIED = new AtomicInteger();

    private NoNetwork() {}

    /**
     * Runs the command lines of a file.
     *
     * @param args the working folder, then a file with a command line in each line, its words separated by tabs
     */
    @SuppressWarnings("deprecation")
    public static void main(String[] args) throws IOException {
        Socket.setSocketImplFactory(() -> {
            TRIED.incrementAndGet();
            throw new IllegalStateException("no network here");
        });
        for (String line : java.nio.file.Files.readAllLines(Path.of(args[1]))) {
            TRIED.set(0);
            StringWriter err = new StringWriter();
            Surroundings here = new Surroundings(
                    new PrintWriter(new StringWriter(), true),
                    new PrintWriter(err, true),
                    Path.of(args[0]),
                    Map.of("LANG", "C", "WRITWATCH_HOME", "home"),
                    false);
            int status = CommandLines.run(here, line.split("\t", -1));
            List<String> said = List.of(
                    Integer.toString(TRIED.get()),
                    Integer.toString(status),
                    line.replace('\t', ' '),
                    status == 0 ? "" : err.toString().replace('\n', ' '));
            System.out.println(String.join("\t", said));
        }
        System.exit(0);
    }
}
