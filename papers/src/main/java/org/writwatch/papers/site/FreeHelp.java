package org.writwatch.papers.site;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.writwatch.facts.phrase.Lang;

/**
 * One place that helps for free.
 *
 * @param id stable id
 * @param scope the state's two letters, or US
 * @param kind find (who is held where), court (dates), held (for people in detention), lawyers
 * @param government whether a government runs it, which may keep who calls
 * @param name its own name
 * @param phone its number; empty when none was read
 * @param address its site
 * @param languages tags of the languages it speaks
 * @param hoursEn when it answers, in English; empty when that was not read
 * @param hoursEs the same in Spanish
 * @param source the page it was read from
 * @param seen the day that page was read
 * @param own whether that page is its own
 */
public record FreeHelp(
        String id,
        String scope,
        String kind,
        boolean government,
        String name,
        Optional<String> phone,
        String address,
        List<String> languages,
        String hoursEn,
        String hoursEs,
        String source,
        LocalDate seen,
        boolean own) {
    /** The kinds, those needed first first. */
    public static final List<String> KINDS = List.of("find", "held", "lawyers", "court");

    public FreeHelp {
        languages = List.copyOf(languages);
        if (!KINDS.contains(kind) || !address.startsWith("https://") || !scope.matches("[A-Z]{2}")) {
            throw new IllegalArgumentException(id + ": " + scope + " " + kind + " " + address);
        }
        if (phone.isPresent() && !phone.get().matches("1-\\d{3}-\\d{3}-\\d{4}")) {
            throw new IllegalArgumentException(id + " has the number " + phone.get());
        }
    }

    /** When it answers; empty when that was not read. */
    public String hours(Lang lang) {
        return lang == Lang.EN ? hoursEn : hoursEs;
    }

    /** The number as a phone takes it. */
    public String dial() {
        return "tel:+" + phone.orElse("").replace("-", "");
    }
}
