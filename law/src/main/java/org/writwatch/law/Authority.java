package org.writwatch.law;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.writwatch.facts.phrase.Lang;

/**
 * A case, statute, regulation or instrument, with what it supports and what it cuts against.
 *
 * @param id stable key, "lunn"
 * @param citation how it is cited; not printable as a citation when it begins "[caption"
 * @param type case, statute, regulation, …
 * @param court court or body
 * @param year of decision or enactment
 * @param where codes of the jurisdictions whose courts it binds or whose law it is; "ALL" for the whole country
 * @param holding what it held, in a sentence in English
 * @param supports propositions it is good for
 * @param cutsAgainst what it says against the same side
 * @param claimTypes claims A to I it bears on
 * @param vehicle what kind of proceeding it really was; empty when it is no case
 * @param pinpoint pages, when known
 * @param source where it was read
 * @param confidence how it was checked
 * @param note what to beware of
 * @param outcome of a case: whether the one who sued got what was asked; empty when the data do not say
 * @param reporterCite says so when the case was verified and its reporter page was not
 * @param checked the day it was last looked at by itself; empty when that is the day of its file
 */
public record Authority(
        String id,
        String citation,
        String type,
        String court,
        Optional<Integer> year,
        List<String> where,
        String holding,
        List<String> supports,
        List<String> cutsAgainst,
        List<String> claimTypes,
        String vehicle,
        Optional<String> pinpoint,
        String source,
        Confidence confidence,
        Optional<String> note,
        Optional<Outcome> outcome,
        Optional<String> reporterCite,
        Optional<LocalDate> checked) {
    /** Whether the one who sued, or asked for the writ, got it in the end, in our reading of the holding. */
    public enum Outcome {
        GRANTED,
        DENIED,
        MIXED,
        PENDING;

        /** The word of the data. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** One whose outcome the data do not say. */
    public Authority(
            String id,
            String citation,
            String type,
            String court,
            Optional<Integer> year,
            List<String> where,
            String holding,
            List<String> supports,
            List<String> cutsAgainst,
            List<String> claimTypes,
            String vehicle,
            Optional<String> pinpoint,
            String source,
            Confidence confidence,
            Optional<String> note,
            Optional<String> reporterCite) {
        this(
                id,
                citation,
                type,
                court,
                year,
                where,
                holding,
                supports,
                cutsAgainst,
                claimTypes,
                vehicle,
                pinpoint,
                source,
                confidence,
                note,
                Optional.empty(),
                reporterCite,
                Optional.empty());
    }

    public Authority {
        where = List.copyOf(where);
        supports = List.copyOf(supports);
        cutsAgainst = List.copyOf(cutsAgainst);
        claimTypes = List.copyOf(claimTypes);
    }

    /**
     * The citation as a paper prints it: flagged {@code [VERIFY]} unless verified, reporter page included, and citable.
     * A case whose caption is not known is described, not cited.
     */
    public String printed() {
        return printed(Lang.EN);
    }

    /** The same, what is said of an unknown caption in the language asked for. */
    public String printed(Lang lang) {
        if (!citable()) {
            return citation.substring(citation.indexOf(']') + 1).strip()
                    + (lang == Lang.ES
                            ? " (no se conoce el nombre exacto) [VERIFY]"
                            : " (exact caption not known) [VERIFY]");
        }
        return confidence.verified() && reporterCite.isEmpty() ? citation : citation + " [VERIFY]";
    }

    /** What it held, in the language asked for. */
    public String holdingIn(Lang lang) {
        return Spanish.say(holding, lang);
    }

    /** What it is good for, in the language asked for. */
    public List<String> supportsIn(Lang lang) {
        return supports.stream().map(s -> Spanish.say(s, lang)).toList();
    }

    /** What it says against the same side, in the language asked for. */
    public List<String> cutsAgainstIn(Lang lang) {
        return cutsAgainst.stream().map(s -> Spanish.say(s, lang)).toList();
    }

    /** The kind of proceeding, in the language asked for; empty when it is no case. */
    public String vehicleIn(Lang lang) {
        return vehicle.isEmpty() ? "" : Spanish.say(vehicle, lang);
    }

    /** What to beware of, in the language asked for. */
    public Optional<String> noteIn(Lang lang) {
        return note.map(n -> Spanish.say(n, lang));
    }

    /** Whether it may be printed as a citation at all: its caption is known. */
    public boolean citable() {
        return !citation.startsWith("[");
    }

    /** Whether it is a statute, rule or directive of other states only, which says nothing here. */
    public boolean foreignTo(String code) {
        return !type.equals("case") && !bindsIn(code);
    }

    /** Whether it binds, or is the law of, this jurisdiction. */
    public boolean bindsIn(String code) {
        return where.contains("ALL") || where.contains(code);
    }
}
