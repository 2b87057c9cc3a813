package org.writwatch.law;

import java.util.List;
import java.util.Optional;

/**
 * Federal law on delay at USCIS and the Department of State, form by form and circuit by circuit. It holds no processing
 * times: those are read from a file the user gives.
 *
 * @param asOf date of the snapshot, year-month-day
 * @param forms each form
 * @param circuits the twelve regional circuits, adverse authority before favorable
 * @param venue where to sue
 * @param defendants whom
 * @param service how they are served
 * @param filingFee what filing costs
 * @param documents ids of the papers a filing has (phrases uscis.document.*)
 * @param gather ids of what to gather first (phrases uscis.gather.*)
 * @param outcomes what such suits tend to end in, each with its source
 * @param never ids of what is never done (phrases uscis.never.*)
 */
public record UscisLaw(
        String asOf,
        List<Form> forms,
        List<Circuit> circuits,
        Datum venue,
        Datum defendants,
        Datum service,
        Datum filingFee,
        List<String> documents,
        List<String> gather,
        List<Datum> outcomes,
        List<String> never) {
    public UscisLaw {
        forms = List.copyOf(forms);
        circuits = List.copyOf(circuits);
        documents = List.copyOf(documents);
        gather = List.copyOf(gather);
        outcomes = List.copyOf(outcomes);
        never = List.copyOf(never);
    }

    /**
     * One form.
     *
     * @param id the word of the fact {@code uscis_form}
     * @param name as printed on it
     * @param duty the duty to decide, with where it was read
     * @param clockText what the law says of a time limit
     * @param clock the limit, when the law has one
     * @param forum where only it may be brought, when that is fixed
     * @param effect what filing does, when the law says so
     * @param bars what stands in the way, in the data's words
     * @param owed whether a decision is owed
     * @param visaBar ids of circuits that do not review a wait for a visa number
     * @param removalBar whether pending removal proceedings bar it
     */
    public record Form(
            String id,
            String name,
            Datum duty,
            String clockText,
            Optional<Clock> clock,
            Optional<String> forum,
            Optional<String> effect,
            List<String> bars,
            Owed owed,
            List<String> visaBar,
            boolean removalBar) {
        public Form {
            bars = List.copyOf(bars);
            visaBar = List.copyOf(visaBar);
        }
    }

    /** Whether the law makes the agency decide. */
    public enum Owed {
        OWED,
        /** A court of appeals held that no law does. */
        DENIED,
        /** Not settled, or not read. */
        UNCLEAR
    }

    /** A limit in days from the filing or the interview, and how far it binds. */
    public record Clock(int days, Start start, Force force) {
        /** What it runs from. */
        public enum Start {
            FILING,
            INTERVIEW
        }

        /** How far it binds. */
        public enum Force {
            HARD,
            /** Courts may treat it as a guide only. */
            DIRECTORY,
            /** The statute says nobody can enforce it. */
            NOT_ENFORCEABLE
        }
    }

    /** What one court of appeals has held. */
    public record Circuit(String id, String name, List<Authority> adverse, List<Authority> favorable) {
        public Circuit {
            adverse = List.copyOf(adverse);
            favorable = List.copyOf(favorable);
        }
    }

    /** The form with this id. */
    public Optional<Form> findForm(String id) {
        return forms.stream().filter(f -> f.id().equals(id)).findFirst();
    }

    /** The circuit with this id: "1" to "11" or "dc". */
    public Circuit circuit(String id) {
        return circuits.stream()
                .filter(c -> c.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no circuit '" + id + "'"));
    }
}
