package org.writwatch.law;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.law.rule.Proof;

/**
 * What a screen of one matter says, claim by claim. Adverse authority is in the type, so a paper cannot leave it out.
 *
 * @param jurisdiction two-letter code of the 53, "US" for federal
 * @param asOf the date it speaks for
 * @param emergency what to do first when someone is held now; empty otherwise
 * @param claims each claim that was screened, in order A to I
 */
public record Screening(String jurisdiction, LocalDate asOf, Optional<Phrase> emergency, List<Claim> claims) {
    public Screening {
        claims = List.copyOf(claims);
    }

    /**
     * One claim.
     *
     * @param id A to I
     * @param title what is claimed
     * @param result one of six words
     * @param why the result in a sentence
     * @param gates the common questions that run first
     * @param elements what must be shown
     * @param supporting authorities for
     * @param adverse authorities against; printed always
     * @param wouldDecide smallest sets of unknown facts that, with the right answers, would meet every gate and element;
     *     the cheapest of them, cheapest first
     * @param wouldEnd smallest sets of unknown facts that, with the wrong answers, would end it; the cheapest of them,
     *     cheapest first
     * @param remedies better or other ways, ranked, with the reason for each
     * @param deadlines dates, each with its rule
     * @param before steps the law demands before suit
     * @param after steps that follow filing
     * @param writ the writ by its local name, when this is a writ claim
     * @param more what only some claims have
     */
    public record Claim(
            String id,
            Phrase title,
            Result result,
            Phrase why,
            List<Gate> gates,
            List<Element> elements,
            List<Authority> supporting,
            List<Authority> adverse,
            List<Set<String>> wouldDecide,
            List<Set<String>> wouldEnd,
            List<Remedy> remedies,
            List<Deadline> deadlines,
            List<NextStep> before,
            List<NextStep> after,
            Optional<Writ> writ,
            More more) {
        public Claim {
            gates = List.copyOf(gates);
            elements = List.copyOf(elements);
            supporting = List.copyOf(supporting);
            adverse = List.copyOf(adverse);
            wouldDecide = List.copyOf(wouldDecide);
            wouldEnd = List.copyOf(wouldEnd);
            remedies = List.copyOf(remedies);
            deadlines = List.copyOf(deadlines);
            before = List.copyOf(before);
            after = List.copyOf(after);
        }

        /** A claim with nothing that only some claims have. */
        public Claim(
                String id,
                Phrase title,
                Result result,
                Phrase why,
                List<Gate> gates,
                List<Element> elements,
                List<Authority> supporting,
                List<Authority> adverse,
                List<Set<String>> wouldDecide,
                List<Set<String>> wouldEnd,
                List<Remedy> remedies,
                List<Deadline> deadlines,
                List<NextStep> before,
                List<NextStep> after,
                Optional<Writ> writ) {
            this(
                    id,
                    title,
                    result,
                    why,
                    gates,
                    elements,
                    supporting,
                    adverse,
                    wouldDecide,
                    wouldEnd,
                    remedies,
                    deadlines,
                    before,
                    after,
                    writ,
                    More.NOTHING);
        }
    }

    /**
     * What only some claims have.
     *
     * @param wouldDecideCount how many smallest sets would decide it, those not listed included
     * @param wouldEndCount how many smallest sets would end it, those not listed included
     * @param lawToRead law nobody has verified that the answer hangs on; no fact settles it
     * @param respondent who would be sued, in which capacity and court
     * @param practice how such a case is framed here, item by item
     * @param statutes the statutes the claim rests on here, each with its flag
     * @param circuits what each federal court of appeals has held, adverse before favorable; the home circuit first
     * @param weighing factors a court weighs; laid out, never summed
     * @param notes what to beware of
     * @param guard why no paper to leave an agreement is offered, where state law requires the agreement
     * @param whoDecides who signs, who approves, what notice ends an agreement, the next meeting and election
     * @param sections lists of their own: what to gather, the papers of a filing, what is never done
     */
    public record More(
            long wouldDecideCount,
            long wouldEndCount,
            List<Reading> lawToRead,
            Optional<Sued> respondent,
            List<Practice> practice,
            List<Statute> statutes,
            List<CircuitRow> circuits,
            Optional<Weighing> weighing,
            List<Phrase> notes,
            Optional<Phrase> guard,
            List<Practice> whoDecides,
            List<Section> sections) {
        /** A list under a heading (phrase text.section.ID). */
        public record Section(String id, List<Phrase> items) {
            public Section {
                items = List.copyOf(items);
            }
        }

        /** Nothing. */
        public static final More NOTHING = new More(
                0,
                0,
                List.of(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                List.of(),
                List.of());

        public More {
            lawToRead = List.copyOf(lawToRead);
            practice = List.copyOf(practice);
            statutes = List.copyOf(statutes);
            circuits = List.copyOf(circuits);
            notes = List.copyOf(notes);
            whoDecides = List.copyOf(whoDecides);
            sections = List.copyOf(sections);
        }
    }

    /**
     * Who would be sued.
     *
     * @param who the officer or body, by office
     * @param capacity in which capacity
     * @param sovereign whose officer
     * @param court which court
     * @param courtVerified whether the law on the court was read in a source
     */
    public record Sued(Phrase who, Phrase capacity, Phrase sovereign, Phrase court, boolean courtVerified) {}

    /** One item of practice: how the case is named, demand, oath, time, fees. */
    public record Practice(String id, Phrase what, boolean verified, String cite) {}

    /**
     * A statute a claim rests on here.
     *
     * @param text its words in English
     * @param said the same, to be said in the reader's language
     * @param note what to beware of, in English
     * @param beware the same, to be said in the reader's language
     */
    public record Statute(
            String id,
            String cite,
            String text,
            Phrase said,
            Optional<String> note,
            Optional<Phrase> beware,
            boolean verified,
            String source) {
        /** One whose words are said as {@link Spanish} has them. */
        public Statute(String id, String cite, String text, Optional<String> note, boolean verified, String source) {
            this(id, cite, text, Spanish.phrase(text), note, note.map(Spanish::phrase), verified, source);
        }
    }

    /** What one federal court of appeals has held. */
    public record CircuitRow(
            String id, String name, boolean home, List<Authority> adverse, List<Authority> favorable) {}

    /** Factors a court weighs. */
    public record Weighing(String id, Phrase title, List<Factor> factors) {
        public Weighing {
            factors = List.copyOf(factors);
        }

        /** One factor and the columns it stands in. */
        public record Factor(String id, Phrase question, Truth helps, Truth hurts, List<String> facts) {}
    }

    /** A reading of the law that a lawyer still has to make, by its stable id and in words. */
    public record Reading(String id, Phrase what) {}

    /** A common gate: whether it lets the claim through, and why. */
    public record Gate(String id, Truth truth, Phrase why, List<Authority> authorities) {}

    /**
     * An element.
     *
     * @param id stable id
     * @param statement what must be so
     * @param truth whether it is, under every completion of the unknown facts
     * @param contested whether live authorities split on it
     * @param facts ids of the facts it turned on
     * @param supporting authorities for
     * @param against authorities against
     * @param verified whether the law under it was read in a source
     * @param proof the rule with the truth of each part
     */
    public record Element(
            String id,
            Phrase statement,
            Truth truth,
            boolean contested,
            List<String> facts,
            List<Authority> supporting,
            List<Authority> against,
            boolean verified,
            Proof proof) {}

    /** Another way, and why it fits better or is open. */
    public record Remedy(String id, Phrase name, Phrase why) {}

    /**
     * A date with the rule behind it.
     *
     * @param id stable id
     * @param date the safe date: the earlier reading for what the person suing must do, the later for what an agency
     *     owes; empty when the law has no number, or the start is not known
     * @param range earliest and latest date when how to count is not settled by a source
     * @param rule the rule in words
     * @param from the day it is counted from
     * @param verified whether the rule was read in a source
     * @param cite where it stands
     * @param counted the count, day by day where a day was skipped
     */
    public record Deadline(
            String id,
            Optional<LocalDate> date,
            Optional<Range> range,
            Phrase rule,
            Optional<LocalDate> from,
            boolean verified,
            String cite,
            List<Phrase> counted) {
        public Deadline {
            counted = List.copyOf(counted);
        }
    }

    /** Two dates, the first not after the second. */
    public record Range(LocalDate earliest, LocalDate latest) {
        public Range {
            if (earliest.isAfter(latest)) {
                throw new IllegalArgumentException(earliest + " is after " + latest);
            }
        }
    }

    /** What must follow filing, in order. */
    public record NextStep(String id, Phrase what, boolean verified, String cite) {}

    /** The writ by its local name. */
    public record Writ(Datum name, Datum court) {}
}
