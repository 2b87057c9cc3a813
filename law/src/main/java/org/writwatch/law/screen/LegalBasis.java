package org.writwatch.law.screen;

import java.util.List;
import org.writwatch.law.Law;
import org.writwatch.law.StateMandate.Stance;

/** Whether any of the law an element rests on was read in a source. */
record LegalBasis(Law law, String code) {
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
