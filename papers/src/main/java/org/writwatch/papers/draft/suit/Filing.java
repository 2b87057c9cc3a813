package org.writwatch.papers.draft.suit;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a lawyer attaches to a matter before its papers can be filed: who signs, who the parties are, the exhibits and what
 * each proves, which authorities were looked at again. Everything may be missing; what is missing stays a gap.
 *
 * @param attorney who signs
 * @param petitioner the person who sues
 * @param pseudonym the name for the public record: "Jane Doe", initials
 * @param respondent the person or office that is sued, with the title
 * @param agency name of the agency, when the matter names none that is known
 * @param place the county, parish or city, "Clay County"
 * @param district the federal district, "Western District of North Carolina"
 * @param number the court's number of the case
 * @param receipt the receipt number of an application
 * @param exhibits in the order they are lettered
 * @param minors names of children, which no paper may print
 * @param limitedAccess whether the motion asks for the limits on remote access of immigration cases
 * @param checked what a lawyer found when an authority was looked at again, by its id
 */
public record Filing(
        Optional<Attorney> attorney,
        Optional<String> petitioner,
        Optional<String> pseudonym,
        Optional<String> respondent,
        Optional<String> agency,
        Optional<String> place,
        Optional<String> district,
        Optional<String> number,
        Optional<String> receipt,
        List<Exhibit> exhibits,
        List<String> minors,
        boolean limitedAccess,
        Map<String, Checked> checked) {
    public Filing {
        exhibits = List.copyOf(exhibits);
        minors = List.copyOf(minors);
        checked = Collections.unmodifiableMap(new TreeMap<>(checked));
    }

    /** Nothing is attached. */
    public static Filing empty() {
        return new Filing(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                false,
                Map.of());
    }

    /**
     * Who signs.
     *
     * @param name name
     * @param state postal code of the state of the license
     * @param barNumber number of the license
     * @param attested the day on which the lawyer attested to have read every page; empty while that is not done
     * @param firm firm, address, telephone, e-mail
     */
    public record Attorney(
            Optional<String> name,
            Optional<String> state,
            Optional<String> barNumber,
            Optional<LocalDate> attested,
            Optional<String> firm) {
        /** Whether everything is there that lifts the notice of attorney review. */
        public boolean signs() {
            return name.isPresent() && state.isPresent() && barNumber.isPresent() && attested.isPresent();
        }
    }

    /**
     * A document that proves something.
     *
     * @param file its file, relative to the manifest
     * @param title what it is
     * @param proves what it proves, by fact id
     */
    public record Exhibit(String file, String title, Map<String, Proof> proves) {
        public Exhibit {
            proves = Collections.unmodifiableMap(new TreeMap<>(proves));
        }
    }

    /**
     * Where an exhibit proves a fact.
     *
     * @param page page of the exhibit, from 1
     * @param words the words that prove it, to be marked on that page; may be empty
     */
    public record Proof(int page, String words) {
        public Proof {
            if (page < 1) {
                throw new IllegalArgumentException("pages are counted from 1: " + page);
            }
        }
    }

    /**
     * What a lawyer found when an authority was looked at again.
     *
     * @param on the day
     * @param standing what it is worth now
     * @param by who looked; may be empty
     */
    public record Checked(LocalDate on, Standing standing, String by) {}

    /** What an authority is worth. */
    public enum Standing {
        GOOD,
        WITHDRAWN,
        CONTRADICTED
    }

    /** Whether the notice of attorney review may be lifted, as far as the signer goes. */
    public boolean signed() {
        return attorney.filter(Attorney::signs).isPresent();
    }

    /** The name for the public record: the pseudonym where there is one. */
    public Optional<String> publicName() {
        return pseudonym.or(() -> petitioner);
    }
}
