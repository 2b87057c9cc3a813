package org.writwatch.papers.draft.suit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.law.Result;
import org.writwatch.law.Screening.Claim;
import org.writwatch.law.Screening.Element;
import org.writwatch.law.Screening.Gate;
import org.writwatch.law.Truth;
import org.writwatch.law.matter.Matter;

/**
 * Which papers the screening allows, and why. A pleading is drafted where the screen lets the claim stand, or where only
 * a step before suit or a fact is missing (then it is marked as not ripe); never on law that nobody has read, save the shell
 * of a habeas petition while someone is held; never to make an agency leave an agreement that its state's law requires;
 * never on a state's duty in a federal court.
 *
 * @param pleading the kind of action; empty when no pleading is drafted
 * @param papers names of the papers, in the order of the folder
 * @param why why these papers and no others, in sentences
 * @param missing what has to be on file before anything is filed
 */
public record Plan(Optional<Pleading> pleading, List<String> papers, List<Phrase> why, List<Phrase> missing) {
    public Plan {
        papers = List.copyOf(papers);
        why = List.copyOf(why);
        missing = List.copyOf(missing);
    }

    /** Kinds of action that are drafted. */
    public enum Pleading {
        MANDAMUS("mandamus-petition", "mandamus"),
        ARTICLE_78("article-78-petition", "article78"),
        DECLARATORY("declaratory-complaint", "declaratory"),
        HABEAS("habeas-petition", "habeas"),
        DELAY("delay-complaint", "delay"),
        RECORDS("petition", "records");

        private final String paper;
        private final String kind;

        Pleading(String paper, String kind) {
            this.paper = paper;
            this.kind = kind;
        }

        /** Name of its template. */
        String paper() {
            return paper;
        }

        /** Its kind in the table of captions. */
        String kind() {
            return kind;
        }
    }

    /** Gates and elements that wait for a step, and do not end the claim. */
    private static final Set<String> STEPS = Set.of(
            "demand_refusal",
            "B.demand",
            "D.request",
            "D.appeal",
            "D.denial_or_lapse",
            "E.transition",
            "F.period_passed",
            "G.time_over",
            "H.delay");

    /** Whether something is missing before suit. */
    public boolean ripe() {
        return missing.isEmpty();
    }

    /** Reads what the screening allows. */
    public static Plan of(SuitInputs in) {
        Claim claim = in.claim();
        List<Phrase> missing = missing(in);
        List<Phrase> why = new ArrayList<>();
        Optional<Pleading> pleading = stopped(in, why) ? Optional.empty() : Optional.of(kind(in, why));
        List<String> papers = new ArrayList<>(List.of("client-risk", "notes"));
        papers.addAll(letters(in));
        pleading.ifPresent(p -> {
            papers.add(p.paper());
            papers.add("memorandum");
            papers.add(p == Pleading.MANDAMUS ? "writs" : "proposed-order");
            papers.add("protective-motion");
        });
        papers.add("appendix");
        if (claim.more().guard().isPresent()) {
            why.add(phrase("guard"));
        }
        return new Plan(pleading, papers, why, missing);
    }

    /** Whether no pleading may be drafted; the reason is added. */
    private static boolean stopped(SuitInputs in, List<Phrase> why) {
        Claim claim = in.claim();
        if (claim.more().guard().isPresent() && Set.of("C", "E").contains(claim.id())) {
            return true;
        }
        boolean tooLate = claim.gates().stream().anyMatch(g -> g.id().equals("time") && g.truth() == Truth.NOT_MET)
                || claim.elements().stream().anyMatch(e -> e.id().equals("D.in_time") && e.truth() == Truth.NOT_MET);
        boolean over = switch (claim.result()) {
            case NOT_VIABLE, MOOT -> true;
            case BARRED_TIME_OR_EXHAUSTION -> tooLate;
            default -> false;
        };
        if (over) {
            why.add(phrase("over", claim.why()));
            return true;
        }
        if (in.matter().jurisdiction().equals("US") && Set.of("E", "F", "G").contains(claim.id())) {
            why.add(phrase("state-duty"));
            return true;
        }
        if (claim.id().equals("D")) {
            boolean read = in.law()
                    .records(in.matter().jurisdiction())
                    .enforcement()
                    .confidence()
                    .verified();
            if (!read) {
                why.add(phrase("unread-records"));
            }
            return !read;
        }
        boolean rests = claim.elements().stream().anyMatch(e -> e.verified() || e.truth() == Truth.MET);
        if (!rests && in.matter().truth("held_now") != Truth.MET) {
            why.add(phrase("unread-all"));
            return true;
        }
        if (claim.result() == Result.UNKNOWN_MISSING_FACTS
                && !claim.more().lawToRead().isEmpty()) {
            boolean held = claim.id().equals("A") && in.matter().truth("held_now") == Truth.MET;
            why.add(phrase(
                    held ? "unread-held" : "unread",
                    claim.more().lawToRead().stream()
                            .map(r -> (Object) r.what())
                            .toList()));
            return !held;
        }
        return false;
    }

    private static Pleading kind(SuitInputs in, List<Phrase> why) {
        Claim claim = in.claim();
        Matter matter = in.matter();
        String vehicle = matter.choice("vehicle").orElse("");
        if (claim.id().equals("H")) {
            return Pleading.DELAY;
        } else if (claim.id().equals("D")) {
            return in.federal() ? Pleading.DECLARATORY : Pleading.RECORDS;
        } else if (claim.id().equals("A") && (matter.truth("held_now") == Truth.MET || vehicle.endsWith("habeas"))) {
            why.add(phrase("habeas"));
            return Pleading.HABEAS;
        } else if (claim.result() == Result.WRONG_REMEDY_USE_ALTERNATIVE
                || vehicle.equals("injunction")
                || vehicle.equals("declaration")
                || vehicle.equals("damages")
                || Set.of("A", "C").contains(claim.id())) {
            why.add(phrase("other-remedy"));
            return matter.jurisdiction().equals("NY") && Set.of("C", "E").contains(claim.id())
                    ? Pleading.ARTICLE_78
                    : Pleading.DECLARATORY;
        } else if (in.federal()) {
            return Pleading.DECLARATORY;
        }
        return matter.jurisdiction().equals("NY") ? Pleading.ARTICLE_78 : Pleading.MANDAMUS;
    }

    private static List<String> letters(SuitInputs in) {
        return switch (in.claim().id()) {
            case "A" -> List.of("demand-letter", "complaint-oig", "complaint-crcl", "complaint-state");
            case "B" -> List.of("demand-letter", "complaint-oig", "complaint-crcl", "one-pager", "one-pager-es");
            case "C", "I" -> List.of("complaint-state", "one-pager", "one-pager-es");
            case "D" ->
                in.federal()
                        ? List.of("foia-request", "records-follow-up", "records-appeal")
                        : List.of("records-request", "records-follow-up", "records-appeal");
            case "E" ->
                in.claim().more().guard().isPresent()
                        ? List.of("one-pager", "one-pager-es")
                        : List.of("demand-letter", "complaint-state", "one-pager", "one-pager-es");
            case "F" -> List.of("demand-letter", "complaint-state");
            case "G" -> List.of("certification-request", "certification-follow-up");
            default -> List.of();
        };
    }

    private static List<Phrase> missing(SuitInputs in) {
        Claim claim = in.claim();
        List<Phrase> missing = new ArrayList<>();
        for (Gate gate : claim.gates()) {
            if (STEPS.contains(gate.id()) && gate.truth() != Truth.MET) {
                missing.add(gate.why());
            }
        }
        for (Element element : claim.elements()) {
            if (STEPS.contains(element.id()) && element.truth() != Truth.MET) {
                missing.add(element.statement());
            }
        }
        if (claim.id().equals("D")) {
            Matter matter = in.matter();
            Stream.of("request_date", "request_delivered")
                    .filter(f -> matter.truth(f) != Truth.MET)
                    .forEach(f -> missing.add(phrase("missing." + f)));
            if (!in.law().records(matter.jurisdiction()).before().isEmpty()
                    && matter.truth("presuit_step_done") != Truth.MET) {
                missing.add(phrase("missing.presuit_step_done"));
            }
        }
        return missing;
    }

    static Phrase phrase(String key, Object... args) {
        return Phrase.of("papers", "draft.plan." + key, args);
    }
}
