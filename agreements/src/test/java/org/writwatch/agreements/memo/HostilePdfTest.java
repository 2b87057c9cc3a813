package org.writwatch.agreements.memo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.writwatch.facts.phrase.Lang;
import org.writwatch.facts.problem.BadInput;

/** Files that want to do harm, or are not what they seem, are refused with a word on what to do. */
class HostilePdfTest {
    private static final String NAME = "some memo.pdf";

    private static MemorandumReading open(byte[] bytes) {
        return MemorandumReader.with(OcrUse.NEVER, Optional.empty()).open(NAME, bytes);
    }

    private static void refused(byte[] bytes, String english, String spanish) {
        BadInput problem = assertThrows(BadInput.class, () -> open(bytes));
        assertTrue(problem.message(Lang.EN).startsWith(NAME), problem.message(Lang.EN));
        assertTrue(problem.message(Lang.EN).contains(english), problem.message(Lang.EN));
        assertTrue(problem.message(Lang.ES).contains(spanish), problem.message(Lang.ES));
    }

    @Test
    void nothing() {
        refused(new byte[0], "an empty file", "un archivo vacío");
    }

    @Test
    void aWebPageInDisguise() {
        byte[] page = "\n<!DOCTYPE html><html><body>Access denied</body></html>".getBytes(StandardCharsets.UTF_8);
        refused(page, "a web page saved under the name of a PDF", "una página web");
    }

    @Test
    void anotherKindOfFile() {
        refused("PK\u0003\u0004 a workbook".getBytes(StandardCharsets.UTF_8), "a file that is no PDF", "no es PDF");
    }

    @Test
    void aLockedFile() throws IOException {
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
            refused(bytes(document), "locked with a password", "protegido con contraseña");
        }
    }

    @Test
    void aBookOfFiveThousandPages() throws IOException {
        try (PDDocument document = new PDDocument()) {
            for (int i = 0; i < 5000; i++) {
                document.addPage(new PDPage());
            }
            refused(bytes(document), "5,000 pages", "5,000 páginas");
        }
    }

    @Test
    void aPortfolio() throws IOException {
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            document.getDocumentCatalog().getCOSObject().setItem(COSName.getPDFName("Collection"), new COSDictionary());
            refused(bytes(document), "portfolio", "cartera PDF");
        }
    }

    @Test
    void blankPages() throws IOException {
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            document.addPage(new PDPage());
            refused(bytes(document), "pictures of pages without words", "imágenes de páginas sin palabras");
        }
    }

    @Test
    void aScriptIsNotRunAndTheMemorandumIsRead() throws IOException {
        try (PDDocument document = new PDDocument()) {
            MemoPdf.on("WSO-2020").print(document);
            document.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert('x'); while (true) {}"));
            assertEquals("WSO-2020", open(bytes(document)).memorandum().template());
            assertTrue(PdfFile.read(NAME, bytes(document)).script());
        }
    }

    @Test
    void aDecompressionBombIsRefusedBeforeItIsUnpacked() {
        byte[] zeros = new byte[1 << 20];
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed, new Deflater(9))) {
            for (int i = 0; i < 600; i++) {
                out.write(zeros);
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        refused(pdfWithContents(packed.toByteArray()), "packed so tightly", "tan comprimidos");
    }

    @Test
    void aFileInsideIsNotOpenedAndTheMemorandumIsRead() throws IOException {
        try (PDDocument document = new PDDocument()) {
            MemoPdf.on("WSO-2020").print(document);
            PDEmbeddedFile inside = new PDEmbeddedFile(document, new ByteArrayInputStream(new byte[] {'M', 'Z', 0, 1}));
            PDComplexFileSpecification file = new PDComplexFileSpecification();
            file.setFile("run-me.exe");
            file.setEmbeddedFile(inside);
            PDEmbeddedFilesNameTreeNode tree = new PDEmbeddedFilesNameTreeNode();
            tree.setNames(Map.of("run-me.exe", file));
            PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
            names.setEmbeddedFiles(tree);
            document.getDocumentCatalog().setNames(names);
            MemorandumReading reading = open(bytes(document));
            assertEquals("WSO-2020", reading.memorandum().template());
            assertEquals(
                    List.of(MemoFlag.Kind.ATTACHMENT),
                    reading.flags().stream().map(MemoFlag::kind).toList());
        }
    }

    @Test
    void aPictureOfABlankPage() throws IOException {
        byte[] blank = MemoPdf.scan(2).bytes();
        refused(blank, "pictures of pages without words", "imágenes de páginas sin palabras");
        Ocr seesNothing = (file, pdf, page) -> List.of();
        MemorandumReader reader = MemorandumReader.with(OcrUse.WHEN_NEEDED, Optional.of(seesNothing));
        BadInput problem = assertThrows(BadInput.class, () -> reader.open(NAME, blank));
        assertTrue(problem.message(Lang.EN).contains("pages with next to no words on them"), problem.message(Lang.EN));
    }

    @Test
    void aPageThatDrawsItselfForEver() {
        String loop = "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
                + "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
                + "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R"
                + "/Resources<</XObject<</X 4 0 R>>>>>>endobj\n"
                + "4 0 obj<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 4 0 R>>>>"
                + "/Length 11>>stream\n/X Do /X Do\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n";
        BadInput problem = assertTimeoutPreemptively(
                Duration.ofSeconds(60),
                () -> assertThrows(BadInput.class, () -> open(loop.getBytes(StandardCharsets.ISO_8859_1))));
        assertTrue(problem.message(Lang.EN).startsWith(NAME));
    }

    @Test
    void aCutOffFile() throws IOException {
        byte[] whole = MemoPdf.on("TFM-2025").bytes();
        refused(Arrays.copyOf(whole, 700), "damaged", "dañado");
    }

    @Test
    void anotherLetterIsNoMemorandum() throws IOException {
        byte[] pdf = MemoPdf.on("WSO-2025")
                .changed(t -> "Dear neighbor,\n"
                        + "thank you for the lovely garden party, we hope to see you all again next summer.\n"
                                .repeat(40))
                .bytes();
        refused(pdf, "words of no form of a 287(g) memorandum", "ningún formulario 287(g)");
    }

    @Test
    void damagedFilesAreReadOrRefusedButNeverCrash() throws IOException {
        byte[] good = MemoPdf.on("TFM-2025").bytes();
        Random random = new Random(287);
        int refused = 0;
        for (int round = 0; round < 60; round++) {
            byte[] bad = good.clone();
            for (int hit = 0; hit < 1 + round; hit++) {
                bad[random.nextInt(bad.length)] = (byte) random.nextInt(256);
            }
            bad = round % 3 == 0 ? Arrays.copyOf(bad, bad.length / (1 + round % 7)) : bad;
            try {
                assertEquals("TFM-2025", open(bad).memorandum().template());
            } catch (BadInput expected) {
                refused++;
            }
        }
        assertTrue(refused > 5, "only " + refused + " of 60 damaged files were refused");
    }

    private static byte[] bytes(PDDocument document) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        document.save(out);
        return out.toByteArray();
    }

    /**
     * All of them again, one after the other, by a process of its own that has 256 MB and one minute: none may need more.
     */
    @Test
    void noneNeedsMuchMemoryOrTime(@TempDir Path folder) throws IOException, InterruptedException {
        byte[] zeros = new byte[1 << 20];
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed, new Deflater(9))) {
            for (int i = 0; i < 600; i++) {
                out.write(zeros);
            }
        }
        Files.write(folder.resolve("bomb.pdf"), pdfWithContents(packed.toByteArray()));
        try (PDDocument document = new PDDocument()) {
            for (int i = 0; i < 5000; i++) {
                document.addPage(new PDPage());
            }
            Files.write(folder.resolve("pages.pdf"), bytes(document));
        }
        Files.write(folder.resolve("noise.pdf"), noise(20 << 20));
        Files.write(folder.resolve("good.pdf"), MemoPdf.on("TFM-2025").bytes());
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-Djava.awt.headless=true",
                        "-cp",
                        System.getProperty("java.class.path"),
                        HostilePdfTest.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .start();
        child.getOutputStream().close();
        String said = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(child.waitFor(60, TimeUnit.SECONDS), said);
        assertEquals(0, child.exitValue(), said);
        assertEquals(
                List.of("bomb.pdf refused", "good.pdf TFM-2025", "noise.pdf refused", "pages.pdf refused"),
                said.lines().toList());
    }

    /** The child of the test above: reads every file of a folder and prints how each was answered. */
    public static void main(String[] args) throws IOException {
        try (Stream<Path> files = Files.list(Path.of(args[0]))) {
            for (Path file : files.sorted().toList()) {
                System.out.println(file.getFileName() + " " + ReaderFuzz.read(Files.readAllBytes(file)));
            }
        }
    }

    private static byte[] noise(int size) {
        byte[] noise = new byte[size];
        new Random(287).nextBytes(noise);
        byte[] head = "%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(head, 0, noise, 0, head.length);
        return noise;
    }

    private static byte[] pdfWithContents(byte[] packed) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String head = "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
                + "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
                + "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R>>endobj\n"
                + "4 0 obj<</Length " + packed.length + "/Filter/FlateDecode>>stream\n";
        out.writeBytes(head.getBytes(StandardCharsets.ISO_8859_1));
        out.writeBytes(packed);
        String tail = "\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n";
        out.writeBytes(tail.getBytes(StandardCharsets.ISO_8859_1));
        return out.toByteArray();
    }
}
