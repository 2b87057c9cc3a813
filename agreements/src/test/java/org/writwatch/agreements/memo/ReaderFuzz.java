package org.writwatch.agreements.memo;

import java.util.Optional;
import org.writwatch.facts.problem.BadInput;

/**
 * What the fuzzer calls: any bytes are read or refused as bad input; anything else that comes out is a finding.
 * {@code docs/memoranda.md} has the command; {@link ReaderCorpusTest} replays what was kept.
 */
public final class ReaderFuzz {
    private static final MemorandumReader READER = MemorandumReader.with(OcrUse.NEVER, Optional.empty());

    static {
        // What is loaded once is no part of the time of the first input.
        read(new byte[0]);
        Forms.bundled();
        OneFont.install();
    }

    private ReaderFuzz() {}

    /** One input. */
    public static void fuzzerTestOneInput(byte[] input) {
        read(input);
    }

    /** How an input was answered: the form it was read as, or "refused". */
    static String read(byte[] input) {
        try {
            MemorandumReading reading = READER.open("fuzz.pdf", input);
            Memorandum m = reading.memorandum();
            for (Duty d : m.duties()) {
                if (d.page() > m.pages() || d.quote().isBlank()) {
                    throw new IllegalStateException("a duty that nobody can look up: " + d);
                }
            }
            HeldReading.write(reading);
            return m.template();
        } catch (BadInput refused) {
            return "refused";
        }
    }
}
