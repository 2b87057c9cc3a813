package org.writwatch.papers.memo;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.writwatch.agreements.memo.Departure;
import org.writwatch.agreements.memo.MemoFlag;
import org.writwatch.agreements.memo.Memorandum;
import org.writwatch.agreements.memo.MemorandumReading;
import org.writwatch.agreements.memo.Redline;
import org.writwatch.facts.phrase.Lang;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.facts.phrase.Phrasebook;

/**
 * What a redline prints, before it is laid out as a page or a word-processor file; both say the same.
 *
 * @param reading the memorandum
 * @param agency whose it is, in words
 * @param flags what a person should look at
 * @param asOf the day it speaks for
 */
public record RedlineView(MemorandumReading reading, String agency, List<MemoFlag> flags, LocalDate asOf) {
    public RedlineView {
        flags = List.copyOf(flags);
    }

    Memorandum memorandum() {
        return reading.memorandum();
    }

    String title(Lang lang) {
        return say(lang, "title", agency, memorandum().model().name());
    }

    /** What was compared with what. */
    String lead(Lang lang) {
        Optional<LocalDate> revision = memorandum().revision();
        String printed = revision.isPresent() ? say(lang, "revised", revision.get()) : say(lang, "revised.none");
        return say(
                lang,
                "lead",
                memorandum().file(),
                memorandum().pages(),
                memorandum().template(),
                printed);
    }

    String hash(Lang lang) {
        return say(lang, "hash", memorandum().source().sha256().orElse(""));
    }

    /** Differences from the form, blanks left out. */
    List<Departure> departures() {
        return reading.redline().departures().stream()
                .filter(d -> d.kind() != Departure.Kind.FILLED)
                .toList();
    }

    String count(Lang lang) {
        int sure = (int) departures().stream().filter(Departure::sure).count();
        return say(lang, "count", sure, departures().size() - sure);
    }

    /** One difference in a line: "changed (IV.B, p. 2)". */
    String line(Departure d, Lang lang) {
        String what = Phrasebook.of(lang).say(d.kind().phrase());
        String at = say(lang, "at", d.clause(), d.page());
        return what + " (" + at + (d.sure() ? "" : ", " + say(lang, "unsure")) + ")";
    }

    /** What stands in a piece: an empty blank says so. */
    String text(Redline.Piece piece, Lang lang) {
        return piece.text().isBlank() ? say(lang, "empty") : piece.text();
    }

    static String say(Lang lang, String key, Object... args) {
        return Phrasebook.of(lang).say(Phrase.of("papers", "redline." + key, args));
    }
}
