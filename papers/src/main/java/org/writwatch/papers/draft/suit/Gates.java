package org.writwatch.papers.draft.suit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.law.Authority;
import org.writwatch.law.Law;
import org.writwatch.law.Screening.Claim;
import org.writwatch.law.StateMandate;
import org.writwatch.papers.draft.suit.Filing.Checked;
import org.writwatch.papers.draft.suit.Filing.Standing;

/**
 * What keeps papers in the office: the notice of attorney review stands until a lawyer's name, state, bar number and
 * attestation are in the manifest; and nothing goes out while an authority it cites is withdrawn, contradicted or has not
 * been looked at for twelve months (ninety days for what a state's law says about working with ICE, which changes fast).
 *
 * @param unsigned what the manifest lacks of the signer
 * @param blocked why nothing may go out, authority by authority
 */
public record Gates(List<Phrase> unsigned, List<Phrase> blocked) {
    /** How long a look at an authority lasts. */
    static final int MONTHS = 12;

    /** How long a look at a state's position lasts. */
    static final int DAYS = 90;

    public Gates {
        unsigned = List.copyOf(unsigned);
        blocked = List.copyOf(blocked);
    }

    /** Whether the notice of attorney review is lifted. */
    public boolean open() {
        return unsigned.isEmpty() && blocked.isEmpty();
    }

    static Gates of(SuitInputs in) {
        List<Phrase> unsigned = new ArrayList<>();
        Optional<Filing.Attorney> attorney = in.filing().attorney();
        lacks(attorney.flatMap(Filing.Attorney::name), "name", unsigned);
        lacks(attorney.flatMap(Filing.Attorney::state), "state", unsigned);
        lacks(attorney.flatMap(Filing.Attorney::barNumber), "bar", unsigned);
        lacks(attorney.flatMap(Filing.Attorney::attested), "attestation", unsigned);
        return new Gates(unsigned, blocked(in));
    }

    private static void lacks(Optional<?> part, String key, List<Phrase> unsigned) {
        if (part.isEmpty()) {
            unsigned.add(phrase("lacks." + key));
        }
    }

    private static List<Phrase> blocked(SuitInputs in) {
        List<Phrase> blocked = new ArrayList<>();
        LocalDate day = in.filing()
                .attorney()
                .flatMap(Filing.Attorney::attested)
                .filter(a -> a.isAfter(in.matter().asOf()))
                .orElse(in.matter().asOf());
        for (Authority authority : cited(in.claim())) {
            if (authority.citable()) {
                look(
                        in,
                        authority.id(),
                        authority.citation(),
                        lookedAt(authority.checked(), read(in.law(), "authorities.yaml")),
                        false,
                        day,
                        blocked);
            }
        }
        if (List.of("A", "C", "E").contains(in.claim().id())) {
            for (StateMandate mandate : in.law().mandates().stream()
                    .filter(m -> m.state().equals(in.matter().jurisdiction()))
                    .toList()) {
                look(
                        in,
                        mandate.id(),
                        mandate.cite(),
                        lookedAt(mandate.checked(), read(in.law(), "positions.yaml")),
                        true,
                        day,
                        blocked);
            }
        }
        return blocked;
    }

    private static void look(
            SuitInputs in,
            String id,
            String cite,
            Optional<LocalDate> read,
            boolean position,
            LocalDate day,
            List<Phrase> blocked) {
        Optional<Checked> checked = Optional.ofNullable(in.filing().checked().get(id));
        Standing standing = checked.map(Checked::standing).orElse(Standing.GOOD);
        if (standing != Standing.GOOD) {
            blocked.add(phrase(
                    standing == Standing.WITHDRAWN ? "withdrawn" : "contradicted",
                    cite,
                    checked.orElseThrow().on()));
            return;
        }
        Optional<LocalDate> last = checked.map(Checked::on).or(() -> read);
        LocalDate good = position ? day.minusDays(DAYS) : day.minusMonths(MONTHS);
        if (last.isEmpty() || last.get().isBefore(good)) {
            Object when = last.isPresent() ? last.get() : phrase("never");
            blocked.add(phrase(position ? "stale-position" : "stale", cite, when));
        }
    }

    /** The day of the authority itself, else that of its file. */
    static Optional<LocalDate> lookedAt(Optional<LocalDate> own, Optional<LocalDate> file) {
        return own.or(() -> file);
    }

    /** The day on which a file of the law was last gone through. */
    private static Optional<LocalDate> read(Law law, String file) {
        return law.files().read(file).findDate("as_of");
    }

    /** Every authority that the papers of a claim cite, once, those against first. */
    static List<Authority> cited(Claim claim) {
        Map<String, Authority> once = new LinkedHashMap<>();
        claim.adverse().forEach(a -> once.putIfAbsent(a.id(), a));
        claim.elements().forEach(e -> e.against().forEach(a -> once.putIfAbsent(a.id(), a)));
        claim.more().circuits().forEach(c -> c.adverse().forEach(a -> once.putIfAbsent(a.id(), a)));
        claim.more().circuits().forEach(c -> c.favorable().forEach(a -> once.putIfAbsent(a.id(), a)));
        claim.supporting().forEach(a -> once.putIfAbsent(a.id(), a));
        claim.elements().forEach(e -> e.supporting().forEach(a -> once.putIfAbsent(a.id(), a)));
        claim.gates().forEach(g -> g.authorities().forEach(a -> once.putIfAbsent(a.id(), a)));
        return List.copyOf(once.values());
    }

    private static Phrase phrase(String key, Object... args) {
        return Phrase.of("papers", "draft.gate." + key, args);
    }
}
