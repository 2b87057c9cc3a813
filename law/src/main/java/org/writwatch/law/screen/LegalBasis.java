package org.writwatch.law.screen;

import java.util.List;
import org.writwatch.law.Law;
import org.writwatch.law.ReportingStatute;
import org.writwatch.law.StateMandate.Stance;

/** Whether any of the law an element rests on was read in a source. */
record LegalBasis(Law law, String code, UscisAtoms uscis) {
    /** Prefix of a fact that says a lawyer has read the law. */
    static final String READ = "fact.";

    boolean verified(List<String> references) {
        return references.stream().anyMatch(this::verified);
    }

    private boolean verified(String reference) {
        if (reference.startsWith("records.")) {
            return law.records(code)
                    .get(reference.substring("records.".length()))
                    .confidence()
                    .verified();
        } else if (reference.startsWith("writ.")) {
            return law.jurisdiction(code)
                    .get(reference.substring("writ.".length()))
                    .confidence()
                    .verified();
        } else if (reference.equals("position")) {
            return law.mandates(code).stream().anyMatch(m -> m.confidence().verified());
        } else if (reference.equals("holding")) {
            return holding();
        } else if (reference.equals("approval")) {
            return law.readings().approval().stream()
                    .anyMatch(a -> a.state().equals(code)
                            && law.authority(a.authority()).confidence().verified());
        } else if (reference.equals("reporting")) {
            return law.reporting(code).stream().anyMatch(ReportingStatute::usable);
        } else if (reference.equals("certification")) {
            return law.certification(code).stream()
                    .anyMatch(
                            c -> c.duty().isPresent() && c.datum().confidence().verified());
        } else if (reference.equals("form")) {
            return uscis.verified();
        } else if (reference.startsWith(READ)) {
            return false;
        }
        return law.authority(reference).confidence().verified();
    }

    private boolean holding() {
        boolean byStatute = law.mandates(code).stream()
                .anyMatch(m -> m.confidence().verified() && m.reading().holding() != Stance.NOT_SAID);
        return byStatute
                || law.readings().holding().stream()
                        .anyMatch(h -> h.state().equals(code)
                                && law.authority(h.authority()).confidence().verified());
    }
}
