package org.writwatch.app.draft;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.writwatch.agreements.Registry;
import org.writwatch.app.output.Json;
import org.writwatch.app.output.Manifest;
import org.writwatch.evidence.Finding;
import org.writwatch.evidence.FindingRecord;
import org.writwatch.facts.phrase.Lang;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.facts.phrase.Phrasebook;
import org.writwatch.facts.problem.BadInput;
import org.writwatch.law.Authority;
import org.writwatch.law.Law;
import org.writwatch.law.Screening;
import org.writwatch.law.ScreeningJson;
import org.writwatch.law.calendar.Ics;
import org.writwatch.law.matter.Matter;
import org.writwatch.papers.draft.docx.DocxFile;
import org.writwatch.papers.draft.exhibit.ExhibitBook;
import org.writwatch.papers.draft.redact.RedactionGuard;
import org.writwatch.papers.draft.suit.Filing;
import org.writwatch.papers.draft.suit.Made;
import org.writwatch.papers.draft.suit.Papers;
import org.writwatch.papers.draft.suit.SuitInputs;

/**
 * The folder of papers for one claim: each paper as DOCX and PDF, dates, the screening, the statistics used, a manifest that
 * says what was made from what and what keeps it in the office, and one archive of it all with checksums. The bytes depend
 * on the inputs alone.
 */
public final class DraftFolder {
    private static final int SIDE_BY_SIDE = 2;
    private static final int MOST_FINDINGS = 3;
    /** The paper that holds the redaction log. */
    private static final String APPENDIX = "appendix";

    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    private final Matter matter;
    private final Screening screening;
    private final Filing filing;
    private final String manifest;
    private final Map<String, byte[]> exhibits;
    private final Papers papers;
    private final Map<String, byte[]> statistics = new TreeMap<>();

    /**
     * Plans the papers of the one claim that was screened.
     *
     * @param registry where the agency is looked up
     * @param manifest what to call the manifest in messages
     * @param exhibits the bytes of the exhibits, by their file names; what can not be read is absent
     * @param templates gives the template of a name
     * @throws BadInput when the manifest is signed and attested, and an authority keeps the papers in the office
     */
    public DraftFolder(
            Registry registry,
            Matter matter,
            Screening screening,
            Filing filing,
            String manifest,
            Map<String, byte[]> exhibits,
            Optional<LocalDate> sent,
            Function<String, DocxFile> templates) {
        this.matter = matter;
        this.screening = screening;
        this.filing = filing;
        this.manifest = manifest;
        this.exhibits = Map.copyOf(exhibits);
        AgencyRequest agency = AgencyRequest.of(registry, matter, filing);
        Screening.Claim claim = screening.claims().get(0);
        List<SuitInputs.Sealed> sealed = new ArrayList<>();
        if (List.of("A", "C", "E").contains(claim.id())) {
            agency.findings().stream().limit(MOST_FINDINGS).forEach(f -> sealed.add(sealed(f)));
        }
        this.papers = Papers.of(
                new SuitInputs(matter, claim, screening, Law.bundled(), filing, sent, agency.request(), sealed),
                templates);
        if (filing.signed() && !papers.gates().blocked().isEmpty()) {
            List<Object> reasons = new ArrayList<>(papers.gates().blocked());
            throw new BadInput(
                    manifest,
                    Phrase.of("papers", "draft.gate.export-found", reasons),
                    Phrase.of("papers", "draft.gate.export-expected"),
                    Phrase.of("papers", "draft.gate.export-remedy"));
        }
    }

    private SuitInputs.Sealed sealed(Finding finding) {
        byte[] bytes = Json.text(FindingRecord.of(finding)).getBytes(StandardCharsets.UTF_8);
        String file = "statistics/" + finding.id() + ".json";
        statistics.put(file, bytes);
        return new SuitInputs.Sealed(finding, file, Manifest.sha256(bytes));
    }

    /** A name for the folder. */
    public String slug() {
        return papers.slug();
    }

    /** What the screening allows, and what keeps the papers in the office. */
    public Papers papers() {
        return papers;
    }

    /** How many papers there are, for a progress bar. */
    public int parts() {
        return papers.names().size();
    }

    /**
     * Makes every file.
     *
     * @param done told the name of each paper as it is finished, from any thread
     * @return the files by name, the archive among them
     */
    public Map<String, byte[]> make(java.util.function.Consumer<String> done) {
        Map<String, byte[]> files = new TreeMap<>(statistics);
        List<Phrase> log = new ArrayList<>(manifestHits());
        if (!filing.exhibits().isEmpty()) {
            ExhibitBook.Bound bound = ExhibitBook.bind(filing.exhibits(), exhibits, filing.minors(), matter.asOf());
            files.put("exhibits.pdf", bound.pdf());
            log.addAll(bound.log());
        }
        List<Made> made = new ArrayList<>(papers(done, log));
        List<Phrase> held =
                made.stream().flatMap(m -> papers.redact(m).stream()).toList();
        if (!held.isEmpty()) {
            refuseSigned(held);
            log.addAll(held);
            made.replaceAll(m -> m.name().equals(APPENDIX) ? papers.make(APPENDIX, log) : m);
        }
        for (int i = 0; i < made.size(); i++) {
            String name = String.format(
                    java.util.Locale.ROOT, "%02d-%s", i, made.get(i).name());
            files.put(name + ".docx", made.get(i).docx());
            files.put(name + ".pdf", made.get(i).pdf());
        }
        files.put("deadlines.ics", text(Ics.of(screening, key(), "", Lang.EN)));
        files.put("screening.json", text(Json.text(ScreeningJson.of(screening, Lang.EN))));
        if (filing.equals(Filing.empty())) {
            files.put("filing.yaml", text(Phrasebook.of(Lang.EN).say("app", "draft.starter")));
        }
        files.put("manifest.json", text(Json.text(listed(files))));
        files.put(slug() + ".zip", archive(files));
        return files;
    }

    /** Nothing is signed and sent that holds what a filed paper may not. */
    private void refuseSigned(List<Phrase> held) {
        if (filing.signed()) {
            throw new BadInput(
                    manifest,
                    Phrase.of("papers", "draft.gate.redact-found", new ArrayList<Object>(held)),
                    Phrase.of("papers", "draft.gate.redact-expected"),
                    Phrase.of("papers", "draft.gate.redact-remedy"));
        }
    }

    /** What the manifest itself must not print. */
    private List<Phrase> manifestHits() {
        String words = Stream.of(
                        filing.petitioner(), filing.pseudonym(), filing.respondent(), filing.agency(), filing.receipt())
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" | "));
        return RedactionGuard.find(words, filing.minors()).stream()
                .map(h -> Phrase.of(
                        "papers",
                        "draft.exhibit.manifest",
                        Phrase.of("papers", "draft.exhibit.kind." + h.kind().name())))
                .toList();
    }

    private String key() {
        return matter.respondent().agency().orElse("");
    }

    private List<Made> papers(java.util.function.Consumer<String> done, List<Phrase> log) {
        ExecutorService hands = Executors.newFixedThreadPool(SIDE_BY_SIDE);
        try {
            List<CompletableFuture<Made>> making = papers.names().stream()
                    .map(n -> CompletableFuture.supplyAsync(
                            () -> {
                                Made paper = papers.make(n, log);
                                done.accept(n);
                                return paper;
                            },
                            hands))
                    .toList();
            return making.stream().map(CompletableFuture::join).toList();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        } finally {
            hands.shutdownNow();
        }
    }

    private Map<String, @Nullable Object> listed(Map<String, byte[]> files) {
        Phrasebook book = Phrasebook.of(Lang.EN);
        Screening.Claim claim = screening.claims().get(0);
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("schema", "writwatch/draft/1");
        tree.put("claim", claim.id());
        tree.put("jurisdiction", screening.jurisdiction());
        tree.put("as_of", screening.asOf().toString());
        tree.put("result", claim.result().key());
        tree.put(
                "pleading",
                papers.plan()
                        .pleading()
                        .map(p -> p.name().toLowerCase(java.util.Locale.ROOT))
                        .orElse(null));
        tree.put("why", papers.plan().why().stream().map(book::say).toList());
        tree.put("ripe", papers.plan().ripe());
        tree.put("missing", papers.plan().missing().stream().map(book::say).toList());
        Map<String, @Nullable Object> export = new LinkedHashMap<>();
        export.put("watermark", !papers.gates().open());
        export.put("unsigned", papers.gates().unsigned().stream().map(book::say).toList());
        export.put("blocked", papers.gates().blocked().stream().map(book::say).toList());
        tree.put("export", export);
        List<Map<String, Object>> cited = new ArrayList<>();
        for (Authority authority : papers.authorities()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("id", authority.id());
            one.put("citation", authority.printed());
            one.put("verified", authority.confidence().verified());
            cited.add(one);
        }
        tree.put("authorities", cited);
        List<Map<String, Object>> list = new ArrayList<>();
        files.forEach((name, bytes) -> {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("file", name);
            one.put("bytes", bytes.length);
            one.put("sha256", Manifest.sha256(bytes));
            list.add(one);
        });
        tree.put("files", list);
        tree.put("notice", book.say("law", "notice"));
        return tree;
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Every file with its checksum, in fixed order and without times. */
    private static byte[] archive(Map<String, byte[]> files) {
        Map<String, byte[]> all = new TreeMap<>(files);
        StringBuilder sums = new StringBuilder();
        files.forEach((name, bytes) ->
                sums.append(Manifest.sha256(bytes)).append("  ").append(name).append('\n'));
        all.put("MANIFEST.sha256", text(sums.toString()));
        ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 20);
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> file : all.entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey());
                entry.setTimeLocal(NO_TIME);
                zip.putNextEntry(entry);
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
