package org.writwatch.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.writwatch.app.ExitCode;
import org.writwatch.app.Surroundings;

class CommandLinesTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void helpSpeaksTheLanguageAsked() {
        assertEquals(ExitCode.DONE, run("--help"));
        assertTrue(out.toString().startsWith("Usage: writwatch"), out.toString());
        assertTrue(out.toString().contains("Not legal advice."), out.toString());
        out.getBuffer().setLength(0);
        assertEquals(ExitCode.DONE, run("--lang", "es", "--help"));
        assertTrue(out.toString().startsWith("Uso: writwatch"), out.toString());
        assertTrue(out.toString().contains("No es asesoría legal."), out.toString());
    }

    @Test
    void wrongWordsAreUsageErrorsInBothLanguages() {
        assertEquals(ExitCode.USAGE, run("bogus"));
        assertTrue(err.toString().contains("unknown word: bogus"), err.toString());
        assertEquals(ExitCode.USAGE, run("--lang=es", "bogus"));
        assertTrue(err.toString().contains("palabra desconocida: bogus"), err.toString());
        assertEquals(ExitCode.USAGE, run("--lang", "klingon", "--help"));
        assertEquals(ExitCode.USAGE, run());
    }

    @Test
    void aMistakenCommandIsToldFromAllThatThereAre() {
        assertEquals(ExitCode.USAGE, run("dosier", "effect"));
        assertTrue(err.toString().contains("dossier"), err.toString());
        err.getBuffer().setLength(0);
        assertEquals(ExitCode.USAGE, run("agreements", "histori"));
        assertTrue(err.toString().contains("history"), err.toString());
    }

    @Test
    void aValueOfAnOptionIsNotTakenForTheCommand() {
        assertEquals(ExitCode.DONE, run("--home", "dossier", "--quiet", "--lang", "es", "law", "--help"));
        assertTrue(out.toString().startsWith("Uso: writwatch law"), out.toString());
        out.getBuffer().setLength(0);
        assertEquals(ExitCode.DONE, run("--home=effect", "agreements", "counts", "--help"));
        assertTrue(out.toString().startsWith("Usage: writwatch agreements counts"), out.toString());
    }

    @Test
    void completionNamesTheOptionsAndEveryCommand() {
        assertEquals(ExitCode.DONE, run("completion"));
        assertTrue(out.toString().contains("--quiet"), "options are completed");
        assertTrue(out.toString().contains("dossier") && out.toString().contains("verify"), out.toString());
    }

    @Test
    void effectFindsTheChangeInAJailUnaided() {
        assertEquals(ExitCode.DONE, run("effect", "Mecklenburg County, NC", "--json"));
        String tree = out.toString();
        assertTrue(tree.contains("\"kind\" : \"estimated\""), tree);
        assertTrue(tree.replaceAll("\\s+", "").contains("\"printed\":\"3.49\""), tree);
        assertTrue(tree.contains("\"kind\" : \"not_identified\""), tree);
    }

    @Test
    void effectRefusesInWordsWithExitFour() {
        assertEquals(ExitCode.NO_ANSWER, run("effect", "Prince William County, VA"));
        assertTrue(out.toString().contains("Too few person-days (215)"), out.toString());
        assertEquals(ExitCode.NO_ANSWER, run("effect", "Mecklenburg"));
        assertTrue(err.toString().contains("Mecklenburg County, VA"), err.toString());
        assertEquals(ExitCode.NO_ANSWER, run("--lang", "es", "effect", "Meklenburg County, NC"));
        assertTrue(err.toString().contains("Mecklenburg County, NC"), err.toString());
    }

    private int run(String... args) {
        Surroundings here = new Surroundings(
                new PrintWriter(out, true), new PrintWriter(err, true), Path.of(""), Map.of("LANG", "C"), false);
        return CommandLines.run(here, args);
    }
}
