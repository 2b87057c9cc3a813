package org.writwatch.agreements.memo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;

/** Writes the seeds of the fuzzer's corpus: {@code java … org.writwatch.agreements.memo.FuzzSeeds FOLDER}. */
final class FuzzSeeds {
    private FuzzSeeds() {}

    /** See the class. */
    public static void main(String[] args) throws IOException {
        Path folder = Files.createDirectories(Path.of(args[0]));
        Files.write(
                folder.resolve("seed-form-whole.pdf"), MemoPdf.on("WSO-2020").bytes());
        Files.write(
                folder.resolve("seed-bad-one-clause.pdf"),
                MemoPdf.on("TFM-2025").changed(t -> t.substring(0, 2500)).bytes());
        Files.write(folder.resolve("seed-bad-picture.pdf"), MemoPdf.scan(1).bytes());
        Files.writeString(folder.resolve("seed-bad-web.pdf"), "<!DOCTYPE html><html><body>Access denied</body></html>");
        Files.write(folder.resolve("seed-bad-head.pdf"), "%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII));
        try (PDDocument locked = new PDDocument()) {
            locked.addPage(new PDPage());
            locked.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
            save(locked, folder.resolve("seed-bad-locked.pdf"));
        }
        try (PDDocument portfolio = new PDDocument()) {
            portfolio.addPage(new PDPage());
            portfolio
                    .getDocumentCatalog()
                    .getCOSObject()
                    .setItem(COSName.getPDFName("Collection"), new COSDictionary());
            save(portfolio, folder.resolve("seed-bad-portfolio.pdf"));
        }
        try (PDDocument script = new PDDocument()) {
            MemoPdf.on("WSO-2020").print(script);
            script.getDocumentCatalog().setOpenAction(new PDActionJavaScript("while (true) {}"));
            save(script, folder.resolve("seed-form-script.pdf"));
        }
        String loop = "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[2 0 R 3 0 R]"
                + "/Count 2>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R"
                + "/Resources<</XObject<</X 4 0 R>>>>>>endobj\n4 0 obj<</Type/XObject/Subtype/Form/BBox[0 0 9 9]"
                + "/Resources<</XObject<</X 4 0 R>>>>/Length 5>>stream\n/X Do\nendstream endobj\n"
                + "trailer<</Root 1 0 R>>\n%%EOF\n";
        Files.writeString(folder.resolve("seed-bad-loop.pdf"), loop, StandardCharsets.ISO_8859_1);
    }

    private static void save(PDDocument document, Path file) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        document.save(out);
        Files.write(file, out.toByteArray());
    }
}
