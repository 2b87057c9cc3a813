package org.writwatch.app.dossier;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.writwatch.agreements.Agreement;
import org.writwatch.app.command.Version;
import org.writwatch.app.output.Json;
import org.writwatch.app.output.OutputFolder;
import org.writwatch.app.output.Rows;
import org.writwatch.evidence.Figure;
import org.writwatch.evidence.FigureTable;
import org.writwatch.evidence.Finding;
import org.writwatch.evidence.FindingRecord;
import org.writwatch.facts.Source;
import org.writwatch.facts.phrase.Lang;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.facts.phrase.Phrasebook;
import org.writwatch.law.ScreeningJson;
import org.writwatch.papers.draft.DocxWriter;
import org.writwatch.papers.draft.Draft;
import org.writwatch.papers.draft.DraftPdf;
import org.writwatch.papers.draft.records.Petition;
import org.writwatch.papers.draft.records.RecordsRequest;
import org.writwatch.papers.page.DossierContent;
import org.writwatch.papers.page.DossierPages;
import org.writwatch.papers.page.Layer;

/**
 * Turns the contents of a dossier into its files. The parts are made side by side and written in a fixed order; the bytes
 * depend on the contents alone.
 */
public final class DossierFiles {
    private static final int SIDE_BY_SIDE = 2;

    private final DossierContents contents;
    private final Map<String, Supplier<byte[]>> files = new LinkedHashMap<>();

    private DossierFiles(DossierContents contents) {
        this.contents = contents;
    }

    /**
     * Makes every file of a dossier.
     *
     * @param done told the name of each part as it is finished, from any thread
     */
    public static void write(DossierContents contents, OutputFolder folder, Consumer<String> done) {
        DossierFiles maker = new DossierFiles(contents);
        maker.plan();
        maker.make(done).forEach(folder::write);
    }

    /** How many parts there are, for a progress bar. */
    public static int parts(DossierContents contents) {
        DossierFiles maker = new DossierFiles(contents);
        maker.plan();
        return maker.files.size();
    }

    /** The slow parts first, so that both hands are busy to the end. */
    private void plan() {
        DossierContent content = contents.content();
        files.put("dossier.pdf", () -> DossierPages.pdf(content, Lang.EN));
        draft("petition", () -> Petition.of(contents.petition()));
        draft("records-request", () -> RecordsRequest.of(contents.request()));
        for (Lang lang : Lang.values()) {
            files.put(DossierPages.fileName(lang), text(() -> DossierPages.html(content, lang)));
        }
        files.put("agreement.json", text(() -> Json.text(AgreementTree.of(content))));
        files.put("findings.json", text(() -> Json.text(findings())));
        files.put("screening.json", text(() -> Json.text(ScreeningJson.of(content.screening(), Lang.EN))));
        for (Finding finding : content.findings()) {
            for (Figure figure : finding.figures()) {
                files.put("data/" + figure.id() + ".csv", text(() -> FigureTable.csv(figure, Lang.EN)));
            }
        }
        files.put("data/dictionary.csv", text(DossierFiles::dictionary));
        files.put("sources/sources.csv", text(this::sources));
        files.put("CITATION.cff", text(this::citation));
        files.put("REPRODUCE.txt", text(() -> say(Lang.EN) + "\n" + say(Lang.ES)));
    }

    private void draft(String name, Supplier<Draft> draft) {
        files.put(name + ".docx", () -> DocxWriter.write(draft.get()));
        files.put(name + ".pdf", () -> DraftPdf.write(draft.get()));
    }

    private Map<String, byte[]> make(Consumer<String> done) {
        ExecutorService hands = Executors.newFixedThreadPool(SIDE_BY_SIDE);
        try {
            Map<String, CompletableFuture<byte[]>> making = new LinkedHashMap<>();
            files.forEach((name, part) -> making.put(
                    name,
                    CompletableFuture.supplyAsync(
                            () -> {
                                byte[] bytes = part.get();
                                done.accept(name);
                                return bytes;
                            },
                            hands)));
            Map<String, byte[]> made = new TreeMap<>();
            making.forEach((name, part) -> made.put(name, part.join()));
            return made;
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        } finally {
            hands.shutdownNow();
        }
    }

    private static Supplier<byte[]> text(Supplier<String> text) {
        return () -> text.get().getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }

    private Map<String, Object> findings() {
        Map<String, Object> tree = Trees.map();
        tree.put("schema", "writwatch/findings/1");
        tree.put("place", Trees.place(contents.content().place()));
        tree.put("as_of", contents.content().asOf());
        tree.put("findings", FindingRecord.of(contents.content().findings()));
        return tree;
    }

    private static String dictionary() {
        List<List<String>> rows = new ArrayList<>();
        FigureTable.dictionary()
                .forEach((column, meaning) -> rows.add(List.of(
                        column,
                        Phrasebook.of(Lang.EN).say(meaning),
                        Phrasebook.of(Lang.ES).say(meaning))));
        return new Rows(List.of("column", "en", "es"), rows).text(Rows.Format.CSV);
    }

    /** Every source behind the folder once, with its hash. */
    private String sources() {
        TreeMap<String, List<String>> once = new TreeMap<>();
        for (Source source : named()) {
            once.put(
                    source.id() + "\u0000" + source.location(),
                    List.of(
                            source.id(),
                            source.publisher(),
                            source.title(),
                            source.location(),
                            source.licence(),
                            source.retrieved().map(Object::toString).orElse(""),
                            source.sha256().orElse(""),
                            source.address().orElse("")));
        }
        List<String> header =
                List.of("id", "publisher", "title", "location", "licence", "retrieved", "sha256", "address");
        return new Rows(header, List.copyOf(once.values())).text(Rows.Format.CSV);
    }

    private List<Source> named() {
        DossierContent content = contents.content();
        List<Source> all = new ArrayList<>(content.sources());
        for (Layer layer : content.layers()) {
            for (Layer.Policing policing : layer.policing()) {
                policing.agreements().stream().map(Agreement::proof).forEach(all::addAll);
            }
        }
        content.memoranda().forEach(m -> all.add(m.source()));
        content.findings().forEach(f -> all.addAll(f.sources()));
        return all;
    }

    private String citation() {
        String place = contents.content().place().label();
        return "cff-version: 1.2.0\n"
                + "message: \"Cite this folder as below.\"\n"
                + "type: dataset\n"
                + "title: \"Writwatch dossier: " + place + "\"\n"
                + "authors:\n  - name: Writwatch\n"
                + "version: \"" + Version.number() + "\"\n"
                + "date-released: " + contents.content().asOf() + "\n"
                + "license: CC-BY-4.0\n";
    }

    private String say(Lang lang) {
        return Phrasebook.of(lang)
                        .say(Phrase.of("app", "reproduce", contents.content().reproduce(), Version.number()))
                + "\n";
    }
}
