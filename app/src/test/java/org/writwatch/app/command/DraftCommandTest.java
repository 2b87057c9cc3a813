package org.writwatch.app.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeSet;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.writwatch.app.ExitCode;
import org.writwatch.app.Surroundings;
import org.writwatch.papers.draft.DocxWriter;
import org.writwatch.papers.draft.docx.DocxFile;
import org.writwatch.papers.draft.docx.XmlText;

/** The folder of papers as a stranger makes it. */
class DraftCommandTest {
    private static final String MATTER = """
            claim: %s
            jurisdiction: MN
            respondent: {sovereign: local}
            as_of: 2026-11-24
            facts: {certifying_agency: true, qualifying_crime: true, was_helpful: true, is_the_victim: true, cert_request_date: 2026-06-01, cert_answered: false}
            """;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    private int run(String... args) {
        Surroundings here = new Surroundings(
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                folder,
                Map.of("LANG", "C", "WRITWATCH_HOME", folder.resolve("home").toString()),
                false);
        return CommandLines.run(here, args);
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    @Test
    void makesTheWholeFolderTwiceTheSame() throws IOException {
        write("matter.yaml", MATTER.formatted("G"));
        assertEquals(ExitCode.DONE, run("draft", "matter.yaml", "--sent", "2026-11-25", "--out", "one"), err::toString);
        assertEquals(ExitCode.DONE, run("draft", "matter.yaml", "--sent", "2026-11-25", "--out", "two"), err::toString);
        assertTrue(err.toString().contains("DOCX and PDF files are plain"), err.toString());
        TreeSet<String> names = new TreeSet<>();
        try (var files = Files.list(folder.resolve("one"))) {
            files.forEach(f -> names.add(f.getFileName().toString()));
        }
        for (String name : names) {
            assertArrayEquals(
                    Files.readAllBytes(folder.resolve("one").resolve(name)),
                    Files.readAllBytes(folder.resolve("two").resolve(name)),
                    name);
        }
        assertTrue(names.contains("00-client-risk.pdf"), names::toString);
        assertTrue(names.contains("deadlines.ics") && names.contains("filing.yaml"), names::toString);
        String manifest = Files.readString(folder.resolve("one/manifest.json"));
        assertTrue(manifest.contains("\"watermark\" : true"), manifest);
        TreeSet<String> zipped = new TreeSet<>();
        byte[] archive = Files.readAllBytes(folder.resolve("one/draft-g-mn.zip"));
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                zipped.add(entry.getName());
            }
        }
        assertTrue(zipped.contains("MANIFEST.sha256") && zipped.contains("01-notes.docx"), zipped::toString);
        String user = System.getProperty("user.name");
        assertFalse(user.length() > 4 && new String(archive, StandardCharsets.ISO_8859_1).contains(user), user);
    }

    @Test
    void refusesSignedPapersOnAWithdrawnAuthorityAndWritesNothing() throws IOException {
        write("matter.yaml", MATTER.formatted("G"));
        write("filing.yaml", """
                attorney: {name: A. Lawyer, state: MN, bar_number: "1", attested: 2026-11-24}
                checked: [{authority: castle, on: 2026-11-20, status: withdrawn}]
                """);
        assertEquals(ExitCode.BAD_INPUT, run("draft", "matter.yaml", "--filing", "filing.yaml", "--out", "signed"));
        assertTrue(err.toString().contains("Castle Rock"), err.toString());
        assertFalse(Files.exists(folder.resolve("signed")));
    }

    @Test
    void aFaultyTemplateComesBackWithCommentsAndNothingElseIsMade() throws IOException {
        write("matter.yaml", MATTER.formatted("G"));
        Files.createDirectories(folder.resolve("mine"));
        DocxFile edited = DocxWriter.template("certification-request");
        String xml = XmlText.written(edited.find("word/document.xml").orElseThrow());
        assertTrue(xml.contains("{{agency}}"));
        edited.put("word/document.xml", xml.replace("{{agency}}", "{{agnecy}}"));
        Files.write(folder.resolve("mine/certification-request.docx"), edited.bytes());
        int exit = run("--lang", "es", "draft", "matter.yaml", "--templates", "mine", "--out", "made");
        assertEquals(ExitCode.BAD_INPUT, exit, err::toString);
        assertFalse(Files.exists(folder.resolve("made")));
        assertTrue(err.toString().contains("made-faults"), err.toString());
        byte[] marked = Files.readAllBytes(folder.resolve("made-faults/certification-request.docx"));
        String comments = XmlText.written(
                DocxFile.open("x", marked).find("word/comments.xml").orElseThrow());
        assertTrue(comments.contains("{{agnecy}}") && comments.contains("no pudo llenar"), comments);
    }

    @Test
    void signedPapersThatHoldANumberOfAPersonStayIn() throws IOException {
        write("matter.yaml", MATTER.formatted("G"));
        String signed = """
                attorney: {name: A. Lawyer, state: MN, bar_number: "1", attested: 2026-11-24}
                petitioner: "Jo Doe, A 123-456-789"
                """;
        write("filing.yaml", signed);
        assertEquals(ExitCode.BAD_INPUT, run("draft", "matter.yaml", "--filing", "filing.yaml", "--out", "signed"));
        assertFalse(Files.exists(folder.resolve("signed")));
        assertTrue(err.toString().contains("page 1"), err.toString());
        assertFalse(err.toString().contains("123-456"), "the number itself is never told");
        write("filing.yaml", signed.replace(", attested: 2026-11-24", ""));
        assertEquals(ExitCode.DONE, run("draft", "matter.yaml", "--filing", "filing.yaml", "--out", "unsigned"));
    }

    @Test
    void asksWhichClaimWhenThereAreSeveral() throws IOException {
        write("matter.yaml", MATTER.formatted("[D, G]"));
        assertEquals(ExitCode.NO_ANSWER, run("draft", "matter.yaml"));
        assertTrue(err.toString().contains("--claim"), err.toString());
        assertEquals(ExitCode.NO_ANSWER, run("draft", "absent.yaml"));
    }
}
