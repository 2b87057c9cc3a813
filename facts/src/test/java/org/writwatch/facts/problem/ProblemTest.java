package org.writwatch.facts.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.writwatch.facts.phrase.Lang;
import org.writwatch.facts.phrase.Phrase;

class ProblemTest {
    @Test
    void badInputSaysWhereWhatWasFoundWhatWasExpectedAndWhatToDo() {
        BadInput problem = new BadInput(
                "list.xlsx row 212",
                Phrase.verbatim("20026-03-11"),
                Phrase.verbatim("AAAA-MM-DD"),
                Phrase.verbatim("Fix it."));
        assertEquals("list.xlsx row 212: found 20026-03-11; expected AAAA-MM-DD. Fix it.", problem.getMessage());
        assertEquals(
                "list.xlsx row 212: se encontr\u00f3 20026-03-11; se esperaba AAAA-MM-DD. Fix it.",
                problem.message(Lang.ES));
    }

    @Test
    void notFoundListsItsChoicesOnePerLine() {
        NotFound problem = new NotFound(Phrase.verbatim("No X."), List.of("A", "B"));
        assertEquals("No X.\nDid you mean one of these?\n  A\n  B", problem.getMessage());
        assertEquals("No X.\n\u00bfQuiso decir uno de estos?\n  A\n  B", problem.message(Lang.ES));
        assertEquals("No X.", new NotFound(Phrase.verbatim("No X."), List.of()).message(Lang.ES));
    }

    @Test
    void tooLittleSaysWhatWouldBeEnough() {
        TooLittle problem = new TooLittle(Phrase.verbatim("3 days."), Phrase.verbatim("365 days."));
        assertEquals("3 days. What would be enough: 365 days.", problem.getMessage());
        assertEquals("3 days. Lo que bastar\u00eda: 365 days.", problem.message(Lang.ES));
    }

    @Test
    void aMachineFailureKeepsTheSystemsReport() {
        IOException report = new IOException("No space left on device");
        MachineFailure problem = new MachineFailure(Phrase.verbatim("The disk is full."), report);
        assertEquals("The disk is full.", problem.message(Lang.ES));
        assertEquals(report, problem.getCause());
    }
}
