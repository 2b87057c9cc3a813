package org.writwatch.agreements.memo;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.writwatch.agreements.Model;
import org.writwatch.facts.Source;
import org.writwatch.facts.phrase.Phrase;

/**
 * The memoranda we hold, read once and bundled as facts: file, hash, form, dates, and each duty with its clause, page and
 * words.
 *
 * <p>The index is small and read at once; the duties of a memorandum are read when it is asked for. Safe for use by
 * several threads.
 */
public final class Memoranda {
    private static final String MODULE = "agreements";

    private static final class Bundled {
        static final Memoranda ALL = new Memoranda(index());
    }

    /** One line of the index. */
    private record Entry(
            String file,
            String sha256,
            Optional<String> agencyId,
            Model model,
            String template,
            Optional<LocalDate> revision,
            Optional<LocalDate> signed,
            int pages) {}

    private final List<Entry> entries;
    private final ConcurrentMap<String, Memorandum> read = new ConcurrentHashMap<>();

    private Memoranda(List<Entry> entries) {
        this.entries = List.copyOf(entries);
    }

    /** The table that comes with the program. */
    public static Memoranda bundled() {
        return Bundled.ALL;
    }

    /** Every memorandum, by file name. Reads all of them: some hundred milliseconds. */
    public List<Memorandum> list() {
        return entries.stream().map(this::memorandum).toList();
    }

    /** The memoranda of an agency by its registry id, by file name; empty when none is held. */
    public List<Memorandum> forAgency(String agencyId) {
        return entries.stream()
                .filter(e -> e.agencyId().filter(agencyId::equals).isPresent())
                .map(this::memorandum)
                .toList();
    }

    /** The agency's memorandum of this model; of several, the one signed last. */
    public Optional<Memorandum> findFor(String agencyId, Model model) {
        return forAgency(agencyId).stream()
                .filter(m -> m.model() == model)
                .reduce((a, b) ->
                        b.signed().orElse(LocalDate.MIN).isBefore(a.signed().orElse(LocalDate.MIN)) ? a : b);
    }

    /**
     * The memorandum by ICE's file name or an address that ends in it, as the published lists link it. Case, percent
     * signs and spaces do not matter; nothing else is guessed.
     */
    public Optional<Memorandum> findByFile(String nameOrAddress) {
        String wanted = fileKey(nameOrAddress);
        return entries.stream()
                .filter(e -> fileKey(e.file()).equals(wanted))
                .findFirst()
                .map(this::memorandum);
    }

    /** What can be asked for because of this memorandum: a dozen things, each once, with all duties that call for it. */
    public List<Requestable> requestable(Memorandum memorandum) {
        List<Requestable> all = new ArrayList<>();
        for (AskTable.Ask ask : AskTable.bundled().of(memorandum.template())) {
            List<Duty> duties = ask.duties().stream()
                    .flatMap(id -> memorandum.duties().stream().filter(d -> d.id().equals(id)))
                    .toList();
            if (!duties.isEmpty()) {
                all.add(new Requestable(ask.id(), ask.words(), duties));
            }
        }
        return all;
    }

    /**
     * What to ask an agency whose memorandum is not held: the memorandum itself first, then what the newest form of its
     * model makes agencies keep. None rests on words of that agency's own memorandum, so none carries a duty.
     */
    public List<Requestable> requestable(Model model) {
        List<Requestable> all = new ArrayList<>();
        all.add(new Requestable("memorandum", Phrase.of(MODULE, "memo.ask.memorandum"), List.of()));
        AskTable asks = AskTable.bundled();
        for (AskTable.Ask ask : Forms.newest(model).map(asks::of).orElseGet(asks::ofEvery)) {
            all.add(new Requestable(ask.id(), ask.words(), List.of()));
        }
        return all;
    }

    /** The memorandum with these bytes, by their SHA-256 in lower-case hex, whatever the file is called. */
    public Optional<Memorandum> findByHash(String sha256) {
        return entries.stream()
                .filter(e -> e.sha256().equals(sha256))
                .findFirst()
                .map(this::memorandum);
    }

    /** All that was read in a memorandum of this table; what it names as contacts is left out. */
    public MemorandumReading reading(Memorandum memorandum) {
        String sha = memorandum.source().sha256().orElseThrow();
        return HeldReading.read(memorandum, Forms.text("held/" + sha.substring(0, 16) + ".reading.csv"));
    }

    private Memorandum memorandum(Entry e) {
        return read.computeIfAbsent(e.sha256(), sha -> load(e));
    }

    private static Memorandum load(Entry e) {
        Source source = MemorandumReader.source(e.file(), e.sha256());
        List<Duty> duties = new ArrayList<>();
        String table = Forms.text("held/" + e.sha256().substring(0, 16) + ".csv");
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(table)) {
            for (NamedCsvRecord row : rows) {
                String clause = row.getField("clause");
                int page = Integer.parseInt(row.getField("page"));
                DutyTable.Kind kind = DutyTable.bundled().get(row.getField("duty"), e.template());
                boolean ocr = row.getField("ocr").equals("yes");
                duties.add(kind.on(clause, page, row.getField("quote"), ocr, source));
            }
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
        return new Memorandum(
                e.agencyId(), e.file(), e.model(), e.template(), e.revision(), e.signed(), e.pages(), duties, source);
    }

    private static List<Entry> index() {
        List<Entry> entries = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(Forms.text("memoranda.csv"))) {
            for (NamedCsvRecord row : rows) {
                entries.add(new Entry(
                        row.getField("file"),
                        row.getField("sha256"),
                        Optional.of(row.getField("agency_id")).filter(a -> !a.isEmpty()),
                        Model.valueOf(row.getField("model")),
                        row.getField("template"),
                        date(row.getField("revision")),
                        date(row.getField("signed")),
                        Integer.parseInt(row.getField("pages"))));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return entries;
    }

    private static Optional<LocalDate> date(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
    }

    /** The last part of a path or address, decoded, without spaces, in lower case. */
    static String fileKey(String nameOrAddress) {
        String name = nameOrAddress;
        int query = name.indexOf('?');
        name = query < 0 ? name : name.substring(0, query);
        name = name.substring(name.lastIndexOf('/') + 1);
        for (int i = 0; i < 2 && name.contains("%"); i++) {
            try {
                name = URLDecoder.decode(name.replace("+", "%2B"), StandardCharsets.UTF_8);
            } catch (IllegalArgumentException e) {
                // A stray percent sign is part of the name.
                break;
            }
        }
        return name.replace(" ", "").toLowerCase(Locale.ROOT);
    }
}
