package org.writwatch.facts.bundle;

import java.time.LocalDate;
import java.util.Optional;
import org.writwatch.facts.Source;

/**
 * One line of a module's {@code sources.csv}.
 *
 * @param module the module that carries the file
 * @param file path below the module's resource folder, "gazetteer/counties.csv"; "folder/*" for every file in a folder
 * @param publisher who published what it was made from
 * @param title what it is
 * @param licence the terms it may be reused under
 * @param retrieved the day the original was fetched, when known
 * @param original name or address of the original; empty when the file is our own work
 * @param originalSha256 hash of the original's bytes, when it is one file
 * @param command the command of ours that makes the file; empty when it is written by hand
 */
public record BundledFile(
        String module,
        String file,
        String publisher,
        String title,
        String licence,
        Optional<LocalDate> retrieved,
        String original,
        Optional<String> originalSha256,
        String command) {

    /** The same as a source to print; its id is "module/file". */
    public Source source() {
        Optional<String> address = original.startsWith("http") ? Optional.of(original) : Optional.empty();
        return new Source(module + "/" + file, publisher, title, licence, retrieved, originalSha256, "", address);
    }
}
