package org.writwatch.papers.draft.suit;

import static org.writwatch.papers.draft.records.English.say;
import static org.writwatch.papers.draft.records.English.sentence;
import static org.writwatch.papers.draft.suit.LawFields.texts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.writwatch.law.Authority;
import org.writwatch.law.Datum;
import org.writwatch.law.Jurisdiction;
import org.writwatch.papers.draft.CourtFormat;
import org.writwatch.papers.draft.Fields;
import org.writwatch.papers.draft.Note;
import org.writwatch.papers.draft.records.English;
import org.writwatch.papers.draft.records.LawRead;
import org.writwatch.papers.draft.records.Letters;
import org.writwatch.papers.draft.suit.Statements.Part;
import org.writwatch.papers.draft.suit.Statements.Statement;

/** What only the lawyer sees: checklist, facts against, cover sheet, form, gates, law to check; and the appendix. */
final class WorkFields {
    private WorkFields() {}

    static void add(SuitInputs in, Plan plan, Gates gates, Statements statements, Fields.Builder fields) {
        checklist(in, plan, fields);
        List<Fields> against = statements.rows(Part.AGAINST);
        List<Fields> plans = statements.rows(Part.PLAN);
        fields.rows("against_facts", against)
                .when("against_none", against.isEmpty())
                .rows("plan_facts", plans)
                .when("plans", !plans.isEmpty())
                .rows(
                        "papers",
                        plan.papers().stream()
                                .map(p -> Fields.builder()
                                        .words("file", p)
                                        .words("title", sentence(say("suit.paper." + p)))
                                        .build())
                                .toList());
        cover(in, fields);
        form(in, fields);
        fields.rows(
                "export",
                texts(Stream.concat(gates.unsigned().stream(), gates.blocked().stream())
                        .map(p -> sentence(say(p)))));
        law(in, fields);
        appendix(in, statements, fields);
    }

    private static void checklist(SuitInputs in, Plan plan, Fields.Builder fields) {
        List<String> all = new ArrayList<>();
        plan.missing().forEach(m -> all.add(sentence(say("suit.missing", say(m)))));
        Set<String> unknown = new TreeSet<>();
        in.claim().elements().forEach(e -> unknown.addAll(e.facts()));
        unknown.removeIf(f -> in.matter().find(f).isPresent());
        for (String fact : unknown) {
            in.law().facts().find(fact).ifPresent(e -> all.add(say("suit.unknown", say(e.question()), fact)));
        }
        for (Statement statement : SuitFields.statements(in).list()) {
            boolean proved = statement.notes().stream().anyMatch(n -> n.kind() == Note.Kind.EXHIBIT);
            if (!proved && statement.part() != Part.AGAINST && statement.part() != Part.PLAN) {
                all.add(say("suit.no-exhibit", statement.text(), statement.fact()));
            }
        }
        fields.rows("checklist", texts(all.stream())).when("checklist_none", all.isEmpty());
    }

    private static void cover(SuitInputs in, Fields.Builder fields) {
        List<Fields> rows = new ArrayList<>();
        Filing filing = in.filing();
        row(rows, "court", in.federal() ? filing.district() : SuitFields.place(in), "COURT");
        row(rows, "plaintiff", filing.publicName(), "NAME");
        row(rows, "defendant", filing.respondent(), "NAME AND TITLE");
        row(rows, "attorney", filing.attorney().flatMap(Filing.Attorney::name), "NAME");
        row(
                rows,
                "basis",
                Optional.of(say(in.federal() ? "suit.cover.federal" : "suit.cover.state")),
                "BASIS OF JURISDICTION");
        row(rows, "nature", Optional.empty(), "CODE OF THE COURT'S OWN SHEET");
        row(rows, "cause", cause(in), "STATUTE AND ONE LINE");
        row(rows, "demand", Optional.of(say("suit.cover.no-money")), "DEMAND");
        row(rows, "jury", Optional.of(say("suit.cover.no-jury")), "JURY");
        row(rows, "related", Optional.empty(), "RELATED CASES");
        String forum = in.federal() ? "federal" : "state";
        row(rows, "summons-to", filing.respondent(), "NAME, TITLE AND ADDRESS OF EACH ONE SUED");
        row(rows, "summons-from", filing.attorney().flatMap(Filing.Attorney::firm), "ATTORNEY, ADDRESS, TELEPHONE");
        row(rows, "summons-days", Optional.empty(), "DAYS TO ANSWER, BY THE COURT'S RULE");
        row(rows, "forms", Optional.of(say("suit.cover.forms." + forum)), "FORMS");
        row(rows, "fee", Optional.empty(), "FEE BY THE COURT'S SCHEDULE, OR THE FORM THAT ASKS TO WAIVE IT");
        fields.rows("cover", rows);
    }

    private static Optional<String> cause(SuitInputs in) {
        return in.claim().more().statutes().stream()
                .findFirst()
                .map(s -> s.cite())
                .or(() -> in.claim().id().equals("D")
                        ? Optional.of(
                                in.law().records(in.matter().jurisdiction()).statute())
                        : Optional.empty());
    }

    private static void row(List<Fields> rows, String key, Optional<String> value, String gap) {
        rows.add(Fields.builder()
                .words("field", say("suit.cover." + key))
                .words("value", value.orElse("[" + gap + "]"))
                .build());
    }

    private static void form(SuitInputs in, Fields.Builder fields) {
        CourtFormat form = Formats.of(in.federal() ? "US" : in.matter().jurisdiction());
        List<String> said = new ArrayList<>();
        said.add(say("suit.form.type", form.court(), form.font(), form.points(), form.leading()));
        if (form.numbered() > 0) {
            said.add(say("suit.form.numbered", form.numbered()));
        }
        form.words().ifPresent(w -> said.add(say("suit.form.words", w)));
        form.pages().ifPresent(p -> said.add(say("suit.form.pages", p)));
        if (form.words().isEmpty() && form.pages().isEmpty()) {
            said.add(say("suit.form.no-limit"));
        }
        fields.rows("form", texts(said.stream().map(s -> English.stop(s, form.verified()))));
    }

    private static void law(SuitInputs in, Fields.Builder fields) {
        Set<String> unread = new LinkedHashSet<>();
        LawRead read = new LawRead();
        for (Authority authority : Gates.cited(in.claim())) {
            if (authority.confidence().verified()) {
                read.add(authority.citation(), authority.source());
            }
            Optional<String> beware = authority.note().or(authority::reporterCite);
            if (beware.isPresent()) {
                unread.add(sentence(authority.citation() + ": " + beware.get()));
            } else if (!authority.confidence().verified()) {
                unread.add(sentence(English.citation(authority)));
            }
        }
        in.claim().more().statutes().forEach(s -> {
            if (s.verified()) {
                read.add(s.cite(), s.source());
            } else {
                unread.add(sentence(s.cite()));
            }
            s.note().ifPresent(n -> unread.add(sentence(s.cite() + ": " + n)));
        });
        Jurisdiction here =
                in.law().jurisdiction(in.federal() ? "US" : in.matter().jurisdiction());
        for (Datum datum : here.data().values()) {
            if (!datum.confidence().verified()) {
                unread.add(sentence(English.clause(datum)));
            }
            unread.addAll(English.asides(datum));
        }
        in.claim().more().lawToRead().forEach(r -> unread.add(sentence(say(r.what()))));
        List<Fields> rows = read.rows();
        fields.rows("unread", texts(unread.stream()))
                .when("unread_none", unread.isEmpty())
                .rows("read", rows)
                .when("read_none", rows.isEmpty());
    }

    private static void appendix(SuitInputs in, Statements statements, Fields.Builder fields) {
        List<Fields> days = statements.list().stream()
                .filter(s -> s.day().isPresent() && s.part() != Part.PLAN)
                .sorted(Comparator.comparing(s -> s.day().orElseThrow()))
                .map(s -> Fields.builder()
                        .words("day", say(s.day().orElseThrow()))
                        .words("what", s.text())
                        .words(
                                "shown_by",
                                String.join(
                                        " ", s.notes().stream().map(Note::text).toList()))
                        .build())
                .toList();
        List<Fields> exhibits = new ArrayList<>();
        for (int i = 0; i < in.filing().exhibits().size(); i++) {
            Filing.Exhibit exhibit = in.filing().exhibits().get(i);
            exhibits.add(Fields.builder()
                    .words("letter", Letters.letter(i))
                    .words("exhibit", sentence(exhibit.title()))
                    .build());
        }
        fields.rows("chronology", days)
                .when("chronology_none", days.isEmpty())
                .rows("exhibits", exhibits)
                .when("exhibits_none", exhibits.isEmpty());
        List<Fields> findings = in.findings().stream()
                .map(f -> Fields.builder()
                        .words("question", sentence(say(f.finding().question())))
                        .words("reading", sentence(say(f.finding().reading())))
                        .notes(
                                "finding_notes",
                                f.finding().sources().stream()
                                        .map(s -> new Note(Note.Kind.SOURCE, sentence(English.full(s))))
                                        .limit(4)
                                        .toList())
                        .words("seal", say("suit.seal", f.file(), f.sha256()))
                        .build())
                .toList();
        fields.rows("findings", findings)
                .when("findings_none", findings.isEmpty())
                .words("drafts_searched", say("suit.searched"));
    }
}
