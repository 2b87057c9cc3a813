package org.writwatch.app;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A person who answers. */
public interface Dialog {
    /** Nobody. */
    Dialog NOBODY = new Dialog() {
        @Override
        public Optional<String> line() {
            return Optional.empty();
        }

        @Override
        public Optional<char[]> secret(String prompt) {
            return Optional.empty();
        }
    };

    /** The next line; empty when there is no more. */
    Optional<String> line();

    /** A passphrase typed unseen; empty when there is no terminal. It never comes by argument or environment. */
    Optional<char[]> secret(String prompt);

    /** The person at this process. */
    static Dialog ofThisProcess() {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        return new Dialog() {
            @Override
            public Optional<String> line() {
                try {
                    return Optional.ofNullable(in.readLine());
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }

            @Override
            public Optional<char[]> secret(String prompt) {
                return console().map(c -> c.readPassword("%s", prompt));
            }
        };
    }

    /** The terminal, when there is one: from Java 22 a console without one exists too, and says so. */
    @SuppressWarnings("SystemConsoleNull")
    private static Optional<Console> console() {
        return Optional.ofNullable(System.console()).filter(c -> {
            try {
                return Boolean.TRUE.equals(Console.class.getMethod("isTerminal").invoke(c));
            } catch (NoSuchMethodException before22) {
                return true;
            } catch (ReflectiveOperationException e) {
                return false;
            }
        });
    }
}
