package org.writwatch.agreements.memo;

import java.time.LocalDate;
import java.util.ArrayList;
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
    private static final Pattern OFFICE = Pattern.compile(
            "(?i)\\b(sheriff|director|chief|superintendent|commissioner|colonel|jailer|administrator|warden|major|captain|secretary|assistant)\\b");
    private static final Pattern NAME =
            Pattern.compile("(?:[A-Z][A-Za-z.'-]*\\.? ){1,4}[A-Z][A-Za-z.'-]+(?:,? (?:Jr|Sr|II|III|IV)\\.?)?");
    private static final Pattern OTHER = Pattern.compile(
            "(?i)county|office|department|enforcement|immigration|customs|homeland|united|u\\.s\\.|signed|for the|for ice|police|bureau|operations|date|signature|agency");

    /** The people of both columns, the agency's first. */
    static List<Signatory> of(SignatureBlock block) {
        return List.of(
                read(Duty.Party.AGENCY, block.agency(), block.agencyDate()),
                read(Duty.Party.ICE, block.ice(), block.iceDate()));
    }

    private static Signatory read(Duty.Party party, List<TextLine> column, Optional<LocalDate> date) {
        Optional<String> name = Optional.empty();
        Optional<String> title = Optional.empty();
        List<String> lines = new ArrayList<>();
        column.forEach(l -> lines.add(l.text()));
        for (String line : lines) {
            String lower = line.toLowerCase(Locale.ROOT);
            String said = line.replaceFirst("(?i)^(name|title|agency|signature|date)[:.] *", "")
                    .replaceAll("^[^A-Za-z]+|[^A-Za-z.)]+$", "");
            if (said.isEmpty()
                    || said.matches(".*[|_;=~].*")
                    || !PrintedDate.all(said).isEmpty()
                    || lower.startsWith("agency")) {
                continue;
            }
            boolean office = OFFICE.matcher(said).find();
            boolean shape = NAME.matcher(said).matches();
            boolean ownTitle = office && said.split(" ", -1).length <= 8 && !lower.contains("sheriff's office");
            if (title.isEmpty() && (ownTitle || lower.startsWith("title:")) && said.length() > 4) {
                title = Optional.of(said);
            } else if (name.isEmpty()
                    && shape
                    && !office
                    && !OTHER.matcher(said).find()) {
                name = Optional.of(said);
            }
        }
        return new Signatory(party, name, title, date);
    }
}
