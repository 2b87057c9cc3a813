package org.writwatch.law.screen;

import java.util.List;
import java.util.Optional;
import org.writwatch.law.Circuits;
import org.writwatch.law.Law;
import org.writwatch.law.Truth;
import org.writwatch.law.UscisLaw;
import org.writwatch.law.UscisLaw.Clock;
import org.writwatch.law.UscisLaw.Form;
import org.writwatch.law.UscisLaw.Owed;
import org.writwatch.law.matter.Matter;

/** Readings of the federal law on delay for the form and the circuit of one matter. */
final class UscisAtoms {
    static final List<String> NAMES =
            List.of("uscis.owed", "uscis.removal_bar", "uscis.visa_bar", "uscis.permit_bar", "uscis.long_wait_upheld");
    private static final String PERMIT_CIRCUIT = "4";

    /** Da Costa v. IPO (D.C. Cir. 2023): a wait of four and a half years was not unreasonable on the pleadings. */
    private static final String LONG_WAIT_CIRCUIT = "dc";

    private final Matter matter;
    private final UscisLaw law;

    UscisAtoms(Law law, Matter matter) {
        this.matter = matter;
        this.law = law.uscis();
    }

    /** The form, when the matter names it. */
    Optional<Form> form() {
        return matter.choice("uscis_form").flatMap(law::findForm);
    }

    /** Whether the words of the form's duty were read. */
    boolean verified() {
        return form().map(f -> f.duty().confidence().verified()).orElse(false);
    }

    Optional<Clock> clock() {
        return form().flatMap(Form::clock);
    }

    /** The circuit: named, or that of the home state, or that of the jurisdiction. */
    Optional<String> circuit() {
        return matter.choice("circuit")
                .or(() -> matter.choice("home_state").flatMap(Circuits::of))
                .or(() -> Circuits.of(matter.jurisdiction()));
    }

    Truth known(String atom) {
        if (form().isEmpty()) {
            return Truth.UNKNOWN;
        }
        Form form = form().get();
        return switch (atom) {
            case "uscis.owed" -> owed(form);
            case "uscis.removal_bar" -> LawAtoms.truth(form.removalBar());
            case "uscis.visa_bar" -> form.visaBar().isEmpty() ? Truth.NOT_MET : in(form.visaBar());
            case "uscis.permit_bar" -> form.id().equals("i918") ? in(List.of(PERMIT_CIRCUIT)) : Truth.NOT_MET;
            case "uscis.long_wait_upheld" ->
                circuit().filter(c -> !c.equals(LONG_WAIT_CIRCUIT)).isPresent() ? Truth.NOT_MET : Truth.UNKNOWN;
            default -> throw new IllegalArgumentException("no reading of the law on delay is called " + atom);
        };
    }

    private static Truth owed(Form form) {
        if (form.owed() == Owed.DENIED) {
            return Truth.NOT_MET;
        }
        return form.owed() == Owed.OWED && form.duty().confidence().verified() ? Truth.MET : Truth.UNKNOWN;
    }

    /** Held in these circuits; open in the others. */
    private Truth in(List<String> circuits) {
        return circuit().filter(circuits::contains).isPresent() ? Truth.MET : Truth.UNKNOWN;
    }

    /** The facts that could settle it. */
    List<String> facts(String atom) {
        if (form().isEmpty()) {
            return List.of("uscis_form");
        }
        return !atom.equals("uscis.owed") && circuit().isEmpty() ? List.of("home_state") : List.of();
    }
}
