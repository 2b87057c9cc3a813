package org.writwatch.papers.page;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.writwatch.agreements.Agreement;
import org.writwatch.agreements.AgreementStatus;
import org.writwatch.agreements.Model;
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
        return policing.stream()
                .flatMap(p -> p.agreements().stream())
                .map(Layer::verdict)
                .min(Comparator.naturalOrder())
                .orElseGet(this::withoutAny);
    }

    /** A request that the later lists of requests no longer have is no request of today. */
    private static Verdict verdict(Agreement agreement) {
        if (agreement.status() instanceof AgreementStatus.Active) {
            return Verdict.YES;
        } else if (agreement.status() instanceof AgreementStatus.Ended) {
            return Verdict.ENDED;
        }
        return agreement.status() instanceof AgreementStatus.Pending
                        && agreement.firstAbsent().isEmpty()
                ? Verdict.APPLIED
                : Verdict.NO_LONGER_LISTED;
    }

    /** Every place has a sheriff or a county, and a state; many have no police of their own. */
    private Verdict withoutAny() {
        if (doubt.isPresent()) {
            return Verdict.UNKNOWN;
        } else if (policing.isEmpty()) {
            return reach == Reach.WITHIN_COUNTY ? Verdict.NONE_KNOWN : Verdict.UNKNOWN;
        }
        return Verdict.NO;
    }

    /** The layer's agreements by what they let officers do; those in force first. */
    public List<Kind> kinds() {
        Map<Model, List<Agreement>> byModel = new EnumMap<>(Model.class);
        for (Policing p : policing) {
            for (Agreement a : p.agreements()) {
                byModel.computeIfAbsent(a.model(), m -> new ArrayList<>()).add(a);
            }
        }
        return byModel.entrySet().stream()
                .map(e -> new Kind(
                        e.getKey(),
                        e.getValue().stream()
                                .sorted(Comparator.comparing(Layer::verdict))
                                .toList()))
                .sorted(Comparator.comparing(k -> verdict(k.agreements().get(0))))
                .toList();
    }

    /** Where agreements in force let officers act: in the jail, on the street; empty when none says. */
    public Set<Where> where() {
        Set<Where> where = EnumSet.noneOf(Where.class);
        for (Kind kind : kinds()) {
            if (kind.agreements().get(0).status() instanceof AgreementStatus.Active) {
                switch (kind.model()) {
                    case JEM, WSO -> where.add(Where.JAIL);
                    case TFM -> where.add(Where.STREET);
                    case UNSTATED -> {}
                }
            }
        }
        return Collections.unmodifiableSet(where);
    }

    /** Where a person meets such an officer. */
    public enum Where {
        JAIL,
        STREET
    }

    /**
     * Agreements of one model.
     *
     * @param model the model
     * @param agreements at least one; those in force first
     */
    public record Kind(Model model, List<Agreement> agreements) {
        public Kind {
            agreements = List.copyOf(agreements);
        }
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
