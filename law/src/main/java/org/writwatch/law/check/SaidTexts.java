package org.writwatch.law.check;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.writwatch.law.Authority;
import org.writwatch.law.Datum;
import org.writwatch.law.Law;
import org.writwatch.law.RecordsLaw;
import org.writwatch.law.UscisLaw;
import org.writwatch.law.load.DecidersFile;
import org.writwatch.law.load.StatutesReader;

/** Every text of the law data that a page or a command says to a reader, with the first place where it stands. */
final class SaidTexts {
    private final Map<String, String> texts = new LinkedHashMap<>();

    private SaidTexts() {}

    /** English text by English text, in the order of the files: where it stands first. */
    static Map<String, String> of(Law law) {
        SaidTexts said = new SaidTexts();
        Law.codes().forEach(c -> said.jurisdiction(law, c));
        said.statutes(law);
        said.deciders(law.deciders());
        said.federal(law.uscis());
        law.authorities().forEach(said::authority);
        return said.texts;
    }

    private void jurisdiction(Law law, String code) {
        String writs = "jurisdictions/" + code + ".yaml";
        law.jurisdiction(code).data().forEach((key, d) -> datum(writs + " " + key, d));
        add(writs + " notes", law.jurisdiction(code).notes());
        String file = "records/" + code + ".yaml";
        RecordsLaw records = law.records(code);
        RecordsLaw.KEYS.forEach(k -> datum(file + " " + k, records.get(k)));
        add(file + " notes", records.notes());
        law.counting(code).ifPresent(r -> {
            datum("counting.yaml " + code, r.datum());
            r.own().ifPresent(h -> datum("counting.yaml " + code + " own_holidays", h.datum()));
        });
    }

    private void statutes(Law law) {
        law.mandates().forEach(m -> {
            add("positions.yaml " + m.id(), List.of(m.text()));
            add("positions.yaml " + m.id(), m.note());
        });
        law.reporting().forEach(r -> datum("reporting.yaml " + r.id(), r.datum()));
        datum("certification.yaml federal_rule", StatutesReader.federalCertification(law.files()));
        law.certification().forEach(c -> datum("certification.yaml " + c.id(), c.datum()));
        law.clocks().forEach(c -> datum("clocks.yaml " + c.id(), c.datum()));
    }

    private void deciders(DecidersFile file) {
        datum("deciders.yaml signatory", file.signatory());
        file.notice().forEach(n -> datum("deciders.yaml " + n.id(), n.rule()));
        file.leaving().forEach(l -> datum("deciders.yaml " + l.id(), l.rule()));
        file.elections().forEach(e -> datum("deciders.yaml " + e.state() + " " + e.office(), e.rule()));
        file.places().forEach(p -> datum("deciders.yaml " + p.agency(), p.rule()));
    }

    private void federal(UscisLaw uscis) {
        for (UscisLaw.Form f : uscis.forms()) {
            String where = "uscis.yaml " + f.id();
            datum(where, f.duty());
            add(where, List.of(f.clockText()));
            add(where, f.forum());
            add(where, f.effect());
            add(where, f.bars());
        }
        datum("uscis.yaml venue", uscis.venue());
        datum("uscis.yaml defendants", uscis.defendants());
        datum("uscis.yaml service", uscis.service());
        datum("uscis.yaml filing_fee", uscis.filingFee());
        uscis.outcomes().forEach(o -> datum("uscis.yaml outcomes", o));
    }

    private void authority(Authority a) {
        String where = "authorities.yaml " + a.id();
        add(where, List.of(a.holding()));
        add(where, a.supports());
        add(where, a.cutsAgainst());
        add(where, Optional.of(a.vehicle()).filter(v -> !v.isEmpty()));
        add(where, a.note());
        add(where, a.reporterCite());
    }

    private void datum(String where, Datum datum) {
        add(where, datum.values());
        add(where, datum.note());
    }

    private void add(String where, Optional<String> text) {
        text.ifPresent(t -> texts.putIfAbsent(t, where));
    }

    private void add(String where, List<String> all) {
        all.forEach(t -> texts.putIfAbsent(t, where));
    }
}
