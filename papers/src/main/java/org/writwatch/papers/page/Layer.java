package org.writwatch.papers.page;

import java.util.List;
import java.util.Optional;
import org.writwatch.agreements.Agreement;
import org.writwatch.agreements.AgreementStatus;
import org.writwatch.facts.Agency;
import org.writwatch.facts.Reach;
import org.writwatch.facts.phrase.Phrase;

/**
 * Everyone of one reach who polices a place.
 *
 * @param reach how far they police
 * @param policing each agency with its agreements, in the order to be read
 * @param doubt why "no" can not be said even when no agreement was found; empty when it can
 */
public record Layer(Reach reach, List<Policing> policing, Optional<Phrase> doubt) {
    public Layer {
        policing = List.copyOf(policing);
        for (Policing p : policing) {
            if (p.agency().reach() != reach) {
                throw new IllegalArgumentException(p.agency().id() + " is not " + reach);
            }
        }
    }

    /** Agencies with at least one agreement, past or present. */
    public List<Policing> withAgreements() {
        return policing.stream().filter(p -> !p.agreements().isEmpty()).toList();
    }

    /** Agencies that were looked for and have none. */
    public List<Policing> without() {
        return policing.stream().filter(p -> p.agreements().isEmpty()).toList();
    }

    /** The answer for this layer: the strongest thing any of its agreements says. */
    public Verdict verdict() {
        List<AgreementStatus> all = policing.stream()
                .flatMap(p -> p.agreements().stream())
                .map(Agreement::status)
                .toList();
        if (all.stream().anyMatch(AgreementStatus.Active.class::isInstance)) {
            return Verdict.YES;
        } else if (all.stream().anyMatch(AgreementStatus.Pending.class::isInstance)) {
            return Verdict.APPLIED;
        } else if (all.stream().anyMatch(AgreementStatus.NotSeen.class::isInstance)) {
            return Verdict.NO_LONGER_LISTED;
        } else if (!all.isEmpty()) {
            return Verdict.ENDED;
        }
        return doubt.isPresent() || policing.isEmpty() ? Verdict.UNKNOWN : Verdict.NO;
    }

    /**
     * An agency and its agreements.
     *
     * @param agency who
     * @param agreements of any model and status; empty when none is on any list
     */
    public record Policing(Agency agency, List<Agreement> agreements) {
        public Policing {
            agreements = List.copyOf(agreements);
            for (Agreement a : agreements) {
                if (!a.agency().id().equals(agency.id())) {
                    throw new IllegalArgumentException(a.id() + " is not an agreement of " + agency.id());
                }
            }
        }
    }
}
