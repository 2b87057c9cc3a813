package org.writwatch.app.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The version of the build. */
public final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {"writwatch " + number()};
    }

    /** The version number, as the build wrote it. */
    public static String number() {
        try (InputStream in = Version.class.getResourceAsStream("/org/writwatch/app/version.properties")) {
            if (in == null) {
                throw new IllegalStateException("the build wrote no version");
            }
            Properties read = new Properties();
            read.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return read.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
