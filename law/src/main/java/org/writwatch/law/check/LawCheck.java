package org.writwatch.law.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.writwatch.law.Authority;
import org.writwatch.law.Confidence;
import org.writwatch.law.Datum;
import org.writwatch.law.Law;
import org.writwatch.law.RecordsLaw;
import org.writwatch.law.Spanish;
import org.writwatch.law.UscisLaw;
import org.writwatch.law.explain.Explainers;
import org.writwatch.law.load.ClaimFile;
import org.writwatch.law.load.ReadingsFile;
import org.writwatch.law.screen.Screen;

/**
 * What a reviewer of the law data should look at: data nobody has read, data read in a text older than two years, ids that
 * lead nowhere, authorities nothing uses and texts without Spanish.
 */
public final class LawCheck {
    /** A text of the law older than this is called stale. */
    private static final int YEARS = 2;

    private static final Pattern YEAR = Pattern.compile("(19|20)[0-9]{2}(-[0-9]{2}(-[0-9]{2})?)?");

    private final Law law;
    private final LocalDate asOf;
    private final List<Remark> remarks = new ArrayList<>();
    private final Set<String> used = new TreeSet<>();

    private LawCheck(Law law, LocalDate asOf) {
        this.law = law;
        this.asOf = asOf;
    }

    /** Why a datum is listed. */
    public enum Kind {
        /** What the file's schema refuses; an error in the data. */
        SCHEMA,
        /** An id that leads nowhere; an error in the data. */
        DANGLING,
        /** Not read in a source. */
        UNVERIFIED,
        /** Known from the press only. */
        PRESS_ONLY,
        /** Read in a text more than two years old. */
        STALE,
        /** A law that was over before the day it speaks for. */
        ENDED,
        /** An authority that nothing refers to. */
        UNUSED,
        /** A text that Spanish readers are told in English. */
        NO_SPANISH;

        /** Whether the data must be corrected. */
        public boolean error() {
            return this == SCHEMA || this == DANGLING;
        }

        /** The word scripts see. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One remark.
     *
     * @param kind why
     * @param file the file, relative to the data folder
     * @param key the datum in it
     * @param detail its source, its date or the id that leads nowhere
     */
    public record Remark(Kind kind, String file, String key, String detail) {}

    /** Every remark, file by file. Reading the files refuses what is malformed before any remark is made. */
    public static List<Remark> of(Law law, LocalDate asOf) {
        LawCheck check = new LawCheck(law, asOf);
        LawSchemas.files().keySet().forEach(check::schema);
        Law.codes().forEach(check::jurisdiction);
        check.positions();
        check.statutes();
        check.federal();
        check.readings();
        Screen.of(law).claimFiles().forEach(check::claim);
        check.explainers();
        check.authorities();
        SaidTexts.of(law).forEach((text, where) -> {
            if (Spanish.find(text).isEmpty()) {
                check.add(Kind.NO_SPANISH, where.split(" ", 2)[0], where.split(" ", 2)[1], text);
            }
        });
        return List.copyOf(check.remarks);
    }

    private void schema(String file) {
        LawSchemas.faults(law.files(), file).forEach(f -> add(Kind.SCHEMA, file, f.substring(0, f.indexOf(':')), f));
    }

    private void jurisdiction(String code) {
        law.jurisdiction(code).data().forEach((key, d) -> datum("jurisdictions/" + code + ".yaml", key, d));
        RecordsLaw records = law.records(code);
        RecordsLaw.KEYS.forEach(key -> datum("records/" + code + ".yaml", key, records.get(key)));
        law.counting(code).ifPresent(r -> {
            datum("counting.yaml", code, r.datum());
            r.own().ifPresent(h -> datum("counting.yaml", code + " own_holidays", h.datum()));
        });
    }

    private void positions() {
        law.mandates().forEach(m -> {
            confidence("positions.yaml", m.id(), m.confidence(), String.join(" ; ", m.sources()));
            m.authorities().forEach(a -> refer("positions.yaml", m.id(), a));
            if (m.overBefore(asOf)) {
                add(
                        Kind.ENDED,
                        "positions.yaml",
                        m.id(),
                        m.inForceUntil().map(String::valueOf).orElse(""));
            }
        });
    }

    private void statutes() {
        law.files()
                .read("records/overlay.yaml")
                .texts("authorities")
                .forEach(a -> refer("records/overlay.yaml", "", a));
        law.reporting().forEach(r -> datum("reporting.yaml", r.id(), r.datum()));
        law.certification().forEach(c -> datum("certification.yaml", c.id(), c.datum()));
        law.clocks().forEach(c -> datum("clocks.yaml", c.id(), c.datum()));
        datum("deciders.yaml", "signatory", law.deciders().signatory());
        law.deciders().notice().forEach(n -> datum("deciders.yaml", n.id(), n.rule()));
        law.deciders().leaving().forEach(l -> datum("deciders.yaml", l.id(), l.rule()));
        law.deciders().elections().forEach(e -> datum("deciders.yaml", e.state() + " " + e.office(), e.rule()));
        law.deciders().places().forEach(p -> datum("deciders.yaml", p.agency(), p.rule()));
    }

    private void federal() {
        UscisLaw uscis = law.uscis();
        uscis.forms().forEach(f -> datum("uscis.yaml", f.id(), f.duty()));
        datum("uscis.yaml", "venue", uscis.venue());
        datum("uscis.yaml", "defendants", uscis.defendants());
        datum("uscis.yaml", "service", uscis.service());
        datum("uscis.yaml", "filing_fee", uscis.filingFee());
        uscis.circuits().forEach(c -> {
            c.adverse().forEach(a -> used.add(a.id()));
            c.favorable().forEach(a -> used.add(a.id()));
        });
    }

    private void readings() {
        ReadingsFile readings = law.readings();
        readings.holding().forEach(h -> {
            refer("readings.yaml", h.state(), h.authority());
            h.against().ifPresent(a -> refer("readings.yaml", h.state(), a));
        });
        readings.habeasClosed().forEach(h -> refer("readings.yaml", h.state(), h.authority()));
        readings.standing().forEach(s -> s.authority().ifPresent(a -> refer("readings.yaml", s.state(), a)));
        readings.approval().forEach(a -> {
            refer("readings.yaml", a.state(), a.authority());
            a.against().ifPresent(b -> refer("readings.yaml", a.state(), b));
        });
    }

    private void claim(ClaimFile claim) {
        String file = "claims/" + claim.id() + ".yaml";
        claim.supporting().forEach(a -> refer(file, "supporting", a));
        claim.adverse().forEach(a -> refer(file, "adverse", a));
        claim.gates().forEach(g -> g.authorities().forEach(a -> refer(file, g.id(), a)));
        claim.elements().forEach(e -> {
            e.supporting().forEach(a -> refer(file, e.id(), a));
            e.against().forEach(a -> refer(file, e.id(), a));
        });
    }

    /** Reading them refuses an id that leads nowhere. */
    private void explainers() {
        Explainers explainers = Explainers.of(law);
        explainers.sources().stream()
                .filter(b -> !b.verified())
                .forEach(b -> add(Kind.UNVERIFIED, "explainers/sources.yaml", b.id(), b.source()));
        explainers.list().forEach(e -> e.rests().forEach(b -> used.add(b.id())));
    }

    private void authorities() {
        for (Authority a : law.authorities()) {
            confidence("authorities.yaml", a.id(), a.confidence(), a.source());
            a.reporterCite().ifPresent(r -> add(Kind.UNVERIFIED, "authorities.yaml", a.id(), r));
            if (!used.contains(a.id())) {
                add(Kind.UNUSED, "authorities.yaml", a.id(), a.citation());
            }
        }
    }

    private void refer(String file, String key, String authority) {
        used.add(authority);
        if (law.findAuthority(authority).isEmpty()) {
            add(Kind.DANGLING, file, key, authority);
        }
    }

    private void datum(String file, String key, Datum datum) {
        confidence(file, key, datum.confidence(), datum.source());
        datum.asOf().filter(this::old).ifPresent(d -> add(Kind.STALE, file, key, d));
        datum.inForceUntil().filter(d -> d.isBefore(asOf)).ifPresent(d -> add(Kind.ENDED, file, key, d.toString()));
    }

    private void confidence(String file, String key, Confidence confidence, String source) {
        if (!confidence.verified()) {
            add(confidence == Confidence.PRESS_ONLY ? Kind.PRESS_ONLY : Kind.UNVERIFIED, file, key, source);
        }
    }

    /** The latest year the words name is more than two years before; a year alone counts as its last day. */
    private boolean old(String dated) {
        Matcher years = YEAR.matcher(dated);
        String latest = "";
        while (years.find()) {
            latest = years.group().compareTo(latest) > 0 ? years.group() : latest;
        }
        String full = latest + "-12-31".substring(Math.min("-12-31".length(), Math.max(0, latest.length() - 4)));
        return !latest.isEmpty() && full.compareTo(asOf.minusYears(YEARS).toString()) < 0;
    }

    private void add(Kind kind, String file, String key, String detail) {
        remarks.add(new Remark(kind, file, key, detail));
    }
}
