package org.writwatch.papers.draft.suit;

import java.util.Optional;
import java.util.Properties;
import org.writwatch.papers.draft.CourtFormat;
import org.writwatch.papers.draft.records.DraftData;

/** The form of papers, court by court, from {@code court-formats.properties}. */
final class Formats {
    private static final int TWIPS = 1440;

    private static final class Read {
        private static final Properties DATA = DraftData.read("court-formats.properties");
    }

    private Formats() {}

    /** The form of the courts of a state, or of the federal courts. */
    static CourtFormat of(String code) {
        String[] margins = text(code, "margins").split(",", -1);
        return new CourtFormat(
                text(code, "court"),
                text(code, "font"),
                Integer.parseInt(text(code, "points")),
                Integer.parseInt(text(code, "leading")),
                twips(margins[0]),
                twips(margins[1]),
                twips(margins[2]),
                twips(margins[3]),
                Integer.parseInt(text(code, "numbered")),
                find(code, "words").map(Integer::valueOf),
                find(code, "pages").map(Integer::valueOf),
                false);
    }

    private static int twips(String inches) {
        return (int) Math.round(Double.parseDouble(inches) * TWIPS);
    }

    private static String text(String code, String key) {
        return find(code, key)
                .orElseThrow(() -> new IllegalStateException("court-formats.properties lacks any." + key));
    }

    private static Optional<String> find(String code, String key) {
        return Optional.ofNullable(Read.DATA.getProperty(code + "." + key))
                .or(() -> Optional.ofNullable(Read.DATA.getProperty("any." + key)));
    }
}
