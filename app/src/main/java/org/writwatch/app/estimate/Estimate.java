package org.writwatch.app.estimate;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.writwatch.app.output.Rows;
import org.writwatch.estimates.NotEstimable;
import org.writwatch.facts.phrase.Lang;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.facts.phrase.Phrasebook;
import org.writwatch.facts.problem.BadInput;
import org.writwatch.facts.problem.MachineFailure;
import org.writwatch.facts.problem.TooLittle;

/**
 * Runs one specification.
 *
 * @param tree the answer as a tree of maps and lists, keys in the order of the contract
 * @param rows effects and aggregates as rows
 * @param notes assumptions, counts, diagnostics and what is withheld, for people
 * @param files pictures, the rows that were used and a script for R, by name; made when asked for
 */
public record Estimate(Map<String, Object> tree, Rows rows, String notes, Supplier<Map<String, String>> files) {
    private static final Pattern ROWS = Pattern.compile("row(s?) (\\d+)(?: and (\\d+))?");

    private static final Pattern UNIT = Pattern.compile("\\bunit (\\d+)(?= starts| is treated| has no)");

    /** A time of the table; not an event time. */
    private static final Pattern TIME = Pattern.compile("(?<!event |group )\\btime (-?\\d[\\d.E]*)\\b");

    /**
     * Reads a specification and its table, and estimates.
     *
     * @param spec file in YAML
     * @param lang language of reasons and assumptions
     * @param version of the program, for the provenance
     * @throws BadInput the specification or the table is not what it should be, with file and line
     * @throws TooLittle the design can not be estimated from these rows
     * @throws MachineFailure the table needs more memory than there is
     */
    public static Estimate of(Path spec, Lang lang, String version) {
        try {
            return read(spec, lang, version);
        } catch (OutOfMemoryError e) {
            long megabytes = Runtime.getRuntime().maxMemory() >> 20;
            throw new MachineFailure(
                    Phrase.of("app", "estimate.memory", Long.toString(megabytes), Long.toString(3 * megabytes)), e);
        }
    }

    private static Estimate read(Path spec, Lang lang, String version) {
        Specification s = Specification.read(spec);
        if (!Files.isRegularFile(s.data)) {
            throw SpecFile.missing(String.valueOf(s.data.getFileName()));
        }
        if (s.design == Specification.Design.HONEST) {
            Answer answer = new Answer(s, Calendar.NUMBERS, lang);
            try {
                HonestDesign.run(s, answer);
            } catch (NotEstimable e) {
                throw new TooLittle(
                        Phrase.of("app", "estimate.why." + key(e), String.valueOf(e.getMessage())),
                        Phrase.of("app", "estimate.enough." + key(e)));
            }
            return new Estimate(
                    answer.tree(sha256(s.data), version),
                    answer.rows(),
                    answer.notes(),
                    () -> new Exhibit(s, answer, null).files());
        }
        DataTable table = DataTable.read(s.data, s.columns());
        Sheet sheet = sheet(s, table);
        Answer answer = new Answer(s, sheet.calendar, lang);
        try {
            new Designs(sheet, answer).run();
        } catch (NotEstimable e) {
            throw refusal(sheet, e);
        } catch (IllegalArgumentException e) {
            throw new BadInput(
                    table.file(),
                    Phrase.of("app", "estimate.refused.found", lines(sheet, String.valueOf(e.getMessage()))),
                    Phrase.of("app", "estimate.refused.expected"),
                    Phrase.of("app", "estimate.cell.remedy"));
        }
        return new Estimate(
                answer.tree(sha256(s.data), version),
                answer.rows(),
                answer.notes(),
                () -> new Exhibit(s, answer, sheet).files());
    }

    private static Sheet sheet(Specification s, DataTable table) {
        try {
            return new Sheet(s, table);
        } catch (NotEstimable e) {
            throw refusal(String.valueOf(e.getMessage()), e);
        }
    }

    private static TooLittle refusal(Sheet sheet, NotEstimable e) {
        return refusal(lines(sheet, String.valueOf(e.getMessage())), e);
    }

    private static TooLittle refusal(String message, NotEstimable e) {
        return new TooLittle(
                Phrase.of("app", "estimate.why." + key(e), message), Phrase.of("app", "estimate.enough." + key(e)));
    }

    /** A refusal of a part, in words. */
    static String words(Lang lang, NotEstimable e) {
        return Phrasebook.of(lang).say(Phrase.of("app", "estimate.why." + key(e), String.valueOf(e.getMessage())));
    }

    private static String key(NotEstimable e) {
        return e.why().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Positions in arrays, said as lines of the file. */
    static String lines(Sheet sheet, String message) {
        Matcher m = ROWS.matcher(message);
        StringBuilder out = new StringBuilder();
        while (m.find()) {
            String first = Integer.toString(sheet.line(Integer.parseInt(m.group(2))));
            String second = m.group(3) == null ? "" : " and " + sheet.line(Integer.parseInt(m.group(3)));
            m.appendReplacement(out, "line" + m.group(1) + " " + first + second);
        }
        Matcher unit = UNIT.matcher(m.appendTail(out));
        String named =
                unit.replaceAll(u -> "unit " + Matcher.quoteReplacement(sheet.unitName(Integer.parseInt(u.group(1)))));
        return TIME.matcher(named).replaceAll(t -> "time " + sheet.calendar.said(Double.parseDouble(t.group(1))));
    }

    private static String sha256(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[1 << 16];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
