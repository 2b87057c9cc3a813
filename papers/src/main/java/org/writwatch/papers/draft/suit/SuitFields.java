package org.writwatch.papers.draft.suit;

import static org.writwatch.papers.draft.records.English.say;
import static org.writwatch.papers.draft.records.English.sentence;
import static org.writwatch.papers.draft.suit.LawFields.texts;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.writwatch.facts.Slug;
import org.writwatch.facts.UsState;
import org.writwatch.papers.draft.Fields;
import org.writwatch.papers.draft.Note;
import org.writwatch.papers.draft.records.AgencyRecord;
import org.writwatch.papers.draft.records.DraftData;
import org.writwatch.papers.draft.records.English;
import org.writwatch.papers.draft.records.Ripeness;
import org.writwatch.papers.draft.suit.Statements.Part;
import org.writwatch.papers.draft.suit.Statements.Statement;
import org.writwatch.papers.pdf.PdfMeta;

/** The fields that every paper of a package may use: who, where, what happened, what is asked. */
final class SuitFields {
    private static final class Asked {
        private static final Properties WORDS = DraftData.read("suits.properties");
    }

    private final SuitInputs in;
    private final Plan plan;
    private final Gates gates;
    private final Statements statements;
    private final Caption caption;
    private final String petitioner;
    private final String agency;

    private SuitFields(SuitInputs in, Plan plan, Gates gates) {
        this.in = in;
        this.plan = plan;
        this.gates = gates;
        this.petitioner = in.filing().publicName().orElse("[NAME OF THE PERSON WHO SUES]");
        this.agency = agency(in);
        this.statements = Statements.of(in, petitioner, agency);
        this.caption = Caption.of(
                in.federal() ? "US" : in.matter().jurisdiction(),
                plan.pleading().map(Plan.Pleading::kind).orElse("declaratory"),
                place(in),
                in.filing().district());
    }

    /** Every field, for the papers that the plan names. */
    static Fields of(SuitInputs in, Plan plan, Gates gates) {
        SuitFields suit = new SuitFields(in, plan, gates);
        Fields.Builder fields = Fields.builder();
        suit.head(fields);
        suit.parties(fields);
        suit.told(fields);
        suit.asked(fields);
        suit.letters(fields);
        LawFields.add(in, suit.statements, fields);
        ScreenFields.add(in, plan, fields);
        WorkFields.add(in, plan, gates, suit.statements, fields);
        return fields.build();
    }

    /** The agency by name, or a gap. */
    static String agency(SuitInputs in) {
        return in.record()
                .map(r -> r.agency().name())
                .or(() -> in.filing().agency())
                .orElse(in.claim().id().equals("H") ? "the agency" : "[NAME OF THE AGENCY]");
    }

    /** The county by name. */
    static Optional<String> place(SuitInputs in) {
        return in.filing().place().or(() -> in.record().map(r -> r.place().name()));
    }

    /** What the package is about, in its title. */
    static String subject(SuitInputs in) {
        String agency = agency(in);
        return agency.startsWith("[") ? say("suit.agency-unnamed") : agency;
    }

    private void head(Fields.Builder fields) {
        fields.words("draft_notice", gates.open() ? "" : PdfMeta.DRAFT)
                .words("ripe_notice", plan.ripe() ? "" : notice(in))
                .when("ripe", plan.ripe())
                .when("not_ripe", !plan.ripe())
                .words("as_of", say(in.matter().asOf()))
                .notes("signer", List.of(Statements.signer()));
    }

    /** The heading of papers that are not ripe. */
    static String notice(SuitInputs in) {
        return in.claim().id().equals("D") ? Ripeness.NOT_RIPE : say("suit.not-ripe");
    }

    private void parties(Fields.Builder fields) {
        Filing filing = in.filing();
        fields.words("court_heading", caption.heading())
                .words("court_number", filing.number().orElse(caption.number()))
                .when("on_relation", !caption.relation().isEmpty())
                .words("relation", caption.relation())
                .words("petitioner", petitioner)
                .words("petitioner_role", caption.petitioner())
                .words("versus", caption.versus())
                .words("respondent", filing.respondent().orElseGet(this::respondent))
                .words("respondent_role", caption.respondent())
                .words("pleading_title", caption.title())
                .words("memo_title", say("suit.memo-title", caption.title()))
                .words(
                        "place",
                        in.federal()
                                ? "the " + filing.district().orElse("[DISTRICT]")
                                : place(in).orElse("[COUNTY]"))
                .words(
                        "capacity",
                        in.claim()
                                .more()
                                .respondent()
                                .map(r -> say(r.capacity()))
                                .orElse(say("suit.capacity")))
                .words(
                        "who",
                        in.claim()
                                .more()
                                .respondent()
                                .map(r -> sentence(say(r.who())))
                                .orElse("[NAME THE OFFICER]"))
                .when("federal", in.federal())
                .when("state_court", !in.federal())
                .words("agency", agency)
                .wordsOrGap("receipt", filing.receipt(), "RECEIPT NUMBER")
                .notes("receipt_notes", Statements.notes("filed_date", filing))
                .words("public_name", filing.publicName().orElse("[JANE OR JOHN DOE, OR INITIALS]"))
                .when("pseudonym", filing.pseudonym().isPresent())
                .when("no_pseudonym", filing.pseudonym().isEmpty())
                .words("pseudonym_state", say(filing.pseudonym().isPresent() ? "suit.pseudonym" : "suit.own-name"))
                .when("limited", filing.limitedAccess())
                .when("not_limited", !filing.limitedAccess());
        Optional<Filing.Attorney> attorney = filing.attorney();
        fields.wordsOrGap("attorney", attorney.flatMap(Filing.Attorney::name), "NAME OF THE ATTORNEY")
                .words(
                        "bar",
                        attorney.flatMap(a -> a.barNumber()
                                        .flatMap(b -> a.state().map(s -> say("suit.bar", stateName(s), b))))
                                .orElse("[STATE AND BAR NUMBER]"))
                .wordsOrGap("firm", attorney.flatMap(Filing.Attorney::firm), "FIRM, ADDRESS, TELEPHONE, E-MAIL");
    }

    private static String stateName(String code) {
        return UsState.find(code).map(UsState::english).orElse(code);
    }

    private String respondent() {
        String office = in.matter()
                .respondent()
                .office()
                .or(() -> in.record().flatMap(AgencyRecord::office))
                .map(o -> o.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + o.substring(1))
                .orElse("[TITLE]");
        if (in.claim().id().equals("H")) {
            return say("suit.respondents-federal");
        } else if (LawFields.federalRecords(in)) {
            return agency;
        }
        return say("suit.respondent", office, agency.startsWith("[") ? "[AGENCY]" : agency);
    }

    private void told(Fields.Builder fields) {
        List<Fields> facts = statements.rows(Part.FACTS, Part.SUIT);
        List<Fields> demand = statements.rows(Part.DEMAND);
        boolean letterFacts = !facts.isEmpty() || !demand.isEmpty();
        fields.rows("party_facts", statements.rows(Part.PARTY))
                .rows("facts", facts)
                .when("no_facts", facts.isEmpty())
                .rows("demand", demand)
                .when("have_facts", letterFacts)
                .when(
                        "demand_none",
                        demand.isEmpty()
                                && plan.missing().isEmpty()
                                && in.claim().before().isEmpty())
                .rows("missing", texts(plan.missing().stream().map(m -> sentence(say(m)))))
                .rows(
                        "before",
                        in.claim().before().stream()
                                .map(s -> Fields.builder()
                                        .words("step", English.stop(sentence(say(s.what())), s.verified()))
                                        .notes("step_notes", List.of(LawFields.cite(s.cite(), s.verified())))
                                        .build())
                                .toList());
        Optional<LocalDate> from =
                in.matter().day("interview_date").or(() -> in.matter().day("filed_date"));
        Optional<Long> days =
                from.map(d -> ChronoUnit.DAYS.between(d, in.matter().asOf())).filter(d -> d > 0);
        fields.when("delay_known", days.isPresent())
                .words("delay_from", from.map(English::say).orElse(""))
                .words(
                        "delay_days",
                        days.map(d -> String.format(java.util.Locale.ROOT, "%,d", d))
                                .orElse(""))
                .notes(
                        "delay_notes",
                        List.of(new Note(
                                Note.Kind.SOURCE,
                                say(
                                        "suit.counted",
                                        from.map(English::say).orElse(""),
                                        say(in.matter().asOf())))));
        boolean citizenship =
                in.matter().choice("uscis_form").filter("n400"::equals).isPresent();
        fields.when("naturalization", citizenship).when("not_naturalization", !citizenship);
    }

    private void asked(Fields.Builder fields) {
        String year = in.matter().number("report_year").map(String::valueOf).orElse("[YEAR]");
        for (String part : List.of("act", "declare", "enjoin")) {
            fields.words(
                    part,
                    Asked.WORDS
                            .getProperty(in.claim().id() + "." + part, "[STATE WHAT IS ASKED]")
                            .replace("[YEAR]", year));
        }
        Plan.Pleading kind = plan.pleading().orElse(Plan.Pleading.DECLARATORY);
        String act = Asked.WORDS.getProperty(in.claim().id() + ".act", "[ACT]").replace("[YEAR]", year);
        String declare = Asked.WORDS.getProperty(in.claim().id() + ".declare", "[DECLARATION]");
        String enjoin = Asked.WORDS.getProperty(in.claim().id() + ".enjoin", "[CONDUCT]");
        fields.words("order_title", say("suit.order." + kind.kind()))
                .words(
                        "order_act",
                        kind == Plan.Pleading.DECLARATORY
                                ? say("suit.ordered.declaratory", declare, caption.respondent(), enjoin)
                                : say(
                                        kind == Plan.Pleading.HABEAS ? "suit.ordered.release" : "suit.ordered.act",
                                        caption.respondent(),
                                        act));
        String habeas = !in.matter().jurisdiction().equals("US")
                ? say("suit.habeas." + (in.matter().jurisdiction().equals("NC") ? "nc" : "any"))
                : say("suit.habeas.any");
        fields.words("habeas_court", habeas);
    }

    private void letters(Fields.Builder fields) {
        fields.words("sign_date", in.sent().map(English::say).orElse("[DATE]"))
                .words(
                        "sender",
                        in.filing()
                                .attorney()
                                .flatMap(Filing.Attorney::name)
                                .or(in.filing()::publicName)
                                .orElse("[NAME OF THE SENDER]"))
                .words("addressee", in.claim().id().equals("D") ? say("suit.custodian") : say("suit.head"))
                .when("first_demand", in.matter().find("demand_date").isEmpty())
                .when("later_demand", in.matter().find("demand_date").isPresent())
                .when("removal", in.matter().truth("in_removal_proceedings") == org.writwatch.law.Truth.MET);
    }

    /** The sentences of the matter. */
    static Statements statements(SuitInputs in) {
        return Statements.of(in, in.filing().publicName().orElse("[NAME OF THE PERSON WHO SUES]"), agency(in));
    }

    /**
     * Facts that a letter tells, in the order of their days.
     *
     * @param demand whether the letter is itself a demand: then it tells of an earlier one, and not how that was answered
     */
    static List<Fields> letterFacts(SuitInputs in, boolean demand) {
        Statements statements = statements(in);
        return Stream.of(Part.PARTY, Part.DEMAND, Part.FACTS)
                .flatMap(p -> statements.list(p).stream())
                .filter(s -> !demand || s.part() != Part.DEMAND || s.fact().equals("demand_date"))
                .map(SuitFields::row)
                .toList();
    }

    private static Fields row(Statement statement) {
        return Fields.builder()
                .words("text", statement.text(), statement.notes())
                .build();
    }

    /** A name for the folder and the archive. */
    static String slug(SuitInputs in) {
        return Slug.of("draft " + in.claim().id() + " " + in.matter().jurisdiction());
    }
}
