package org.writwatch.app.dossier;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.writwatch.papers.pdf.Conformance;

/** Every PDF of a real dossier is PDF/A-2a and PDF/UA-1 by veraPDF's reading. */
class ConformanceTest {
    @TempDir
    Path dir;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mecklenburg County, NC",
                "Wake County, NC",
                "Clay County, FL",
                "Prince William County, VA",
                "Kalawao County, HI",
                "Bayamón Municipio, PR"
            })
    void everyPdfConforms(String place) throws Exception {
        Path folder = Dossiers.make(dir, place);
        for (String name : List.of("dossier.pdf", "records-request.pdf", "petition.pdf")) {
            byte[] pdf = Files.readAllBytes(folder.resolve(name));
            assertEquals(List.of(), Conformance.failures(pdf, PDFAFlavour.PDFA_2_A), name);
            assertEquals(List.of(), Conformance.failures(pdf, PDFAFlavour.PDFUA_1), name);
        }
    }
}
