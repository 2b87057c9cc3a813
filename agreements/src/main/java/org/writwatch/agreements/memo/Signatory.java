package org.writwatch.agreements.memo;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Who signed for a party, as printed in its column of the signature block. Handwriting is mostly unreadable: what is empty
 * was not read, which does not mean that it is not there.
 *
 * @param party the agency or ICE
 * @param name as printed
 * @param title office held, as printed
 * @param date beside the signature
 */
public record Signatory(Duty.Party party, Optional<String> name, Optional<String> title, Optional<LocalDate> date) {
    /** A first name or two initials, more of them, a family name: each in capitals or with one at its head. */
    private static final Pattern NAME =
            Pattern.compile("(?:WORD|(?:[A-Z]\\. ?){2})(?: (?:[A-Z]\\.?|WORD)){0,2} WORD(?:,? (?:Jr|Sr|II|III|IV)\\.?)?"
                    .replace("WORD", "(?:(?:Mc|Mac|O')?[A-Z][a-z]+(?:-[A-Z][a-z]+)?|[A-Z]{3,})"));

    private static final Pattern OTHER = Pattern.compile(
            "(?i)county|office|department|enforcement|immigration|customs|homeland|united|u\\.s\\.|signed|for the|for ice|police|bureau|operations|date|signature|agency|legality|approved|reliance");

    /** As many words a name may have on a line that may hold two. */
    private static final int SHORT_NAME = 3;

    /** The people of both columns, the agency's first. */
    static List<Signatory> of(SignatureBlock block) {
        return List.of(
                read(Duty.Party.AGENCY, block.agency(), block.agencyDate(), block.merged()),
                read(Duty.Party.ICE, block.ice(), block.iceDate(), block.merged()));
    }

    private static Signatory read(Duty.Party party, List<TextLine> column, Optional<LocalDate> date, boolean merged) {
        Optional<String> name = Optional.empty();
        Optional<String> title = Optional.empty();
        for (TextLine line : column) {
            String lower = line.text().toLowerCase(Locale.ROOT);
            String said = line.text()
                    .replaceFirst("(?i)^(name|title|agency|signature|date)[:;.,]? *", "")
                    .replaceAll("^[^A-Za-z]+|[^A-Za-z.)]+$", "");
            boolean other = lower.startsWith("agency")
                    || lower.contains("sheriff's office")
                    || said.matches(".*[|_;=~].*")
                    || !PrintedDate.all(said).isEmpty();
            if (said.isEmpty() || other) {
                continue;
            }
            Optional<String> office = Office.find(said);
            boolean labelled = lower.startsWith("name");
            String bare = labelled && office.isPresent()
                    ? said.replace(office.get(), "").strip()
                    : said;
            if (title.isEmpty() && !labelled) {
                title = office;
            }
            if (name.isEmpty()
                    && (office.isEmpty() || labelled)
                    && NAME.matcher(bare).matches()
                    && !Office.mentions(bare)
                    && !OTHER.matcher(bare).find()
                    && (!merged || bare.split(" ", -1).length <= SHORT_NAME)) {
                name = Optional.of(bare);
            }
        }
        return new Signatory(party, name, title, date);
    }
}
