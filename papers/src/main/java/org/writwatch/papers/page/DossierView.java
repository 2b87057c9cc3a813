package org.writwatch.papers.page;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.writwatch.agreements.Agreement;
import org.writwatch.agreements.memo.Memoranda;
import org.writwatch.agreements.memo.Memorandum;
import org.writwatch.evidence.Diagnostic;
import org.writwatch.evidence.Figure;
import org.writwatch.evidence.Finding;
import org.writwatch.facts.glossary.Glossary;
import org.writwatch.facts.glossary.Term;
import org.writwatch.facts.phrase.Phrasebook;
import org.writwatch.law.Screening;
import org.writwatch.law.StateMandate;
import org.writwatch.law.Truth;
import org.writwatch.papers.chart.SeriesChart;
import org.writwatch.papers.chart.SeriesTable;
import org.writwatch.papers.chart.TimelineChart;

/**
 * What the templates are given: the content, the words of one language, and the pictures.
 *
 * @param content what is known
 * @param w how to say it
 * @param print whether it becomes a PDF: nothing folded; long tables and clauses left to the folder's files
 * @param sources the numbered sources
 * @param ways the other ways, each explained once
 * @param authorities the numbered authorities
 * @param style the page's own style
 * @param policy the content security policy of the page
 */
public record DossierView(
        DossierContent content,
        Words w,
        boolean print,
        SourceList sources,
        Ways ways,
        AuthorityTable authorities,
        String style,
        String policy) {
    private static final int PRINTED_COLUMNS = 5;
    private static final int MOST_PERIODS = 240;
    private static final int SHOWN_COLUMNS = 40;
    private static final int PERIODS_BEFORE = 5;
    private static final int PERIODS_AFTER = 6;
    private static final int DRAWN_AGREEMENTS = 12;
    private static final int PRINTED_AGREEMENTS = 8;
    private static final int SHOWN_ENDS = 6;
    private static final List<String> TERMS = List.of(
            "287g",
            "memorandum-of-agreement",
            "published-list",
            "no-longer-listed",
            "detainer",
            "administrative-warrant",
            "state-mandate",
            "mandamus",
            "habeas-corpus",
            "injunction",
            "standing",
            "interval",
            "placebo",
            "verify-mark");

    /** The place as it is called. */
    public String place() {
        return w.of(content.name());
    }

    /** The date the page speaks for. */
    public LocalDate asOf() {
        return content.asOf();
    }

    /** The memorandum of an agreement of which this page holds a reading. */
    public Optional<Memorandum> held(Agreement agreement) {
        return agreement
                .memoUrl()
                .flatMap(Memoranda.bundled()::findByFile)
                .filter(m -> content.memoranda().stream().anyMatch(h -> h.file().equals(m.file())));
    }

    /** Every agreement, layer by layer. */
    public List<Agreement> agreements() {
        return content.layers().stream()
                .flatMap(l -> l.policing().stream())
                .flatMap(p -> p.agreements().stream())
                .toList();
    }

    /** The timeline as SVG: the nearest layers first, and no more agreements than a picture can hold. */
    public String timeline() {
        List<Agreement> all = agreements();
        return TimelineChart.draw(all.subList(0, all.size() - notDrawn()), content.asOf(), book());
    }

    /** How many agreements the picture leaves to its table. */
    public int notDrawn() {
        return Math.max(0, agreements().size() - (print ? PRINTED_AGREEMENTS : DRAWN_AGREEMENTS));
    }

    /** What state law says in short: each position once, the best checked first. */
    public List<StateMandate> positions() {
        Map<StateMandate.Position, StateMandate> once = new LinkedHashMap<>();
        for (StateMandate m : content.mandates()) {
            once.merge(m.position(), m, (a, b) -> a.confidence().verified() ? a : b);
        }
        return List.copyOf(once.values());
    }

    /** The words of the field that the page uses. */
    public List<Term> terms() {
        return TERMS.stream().map(Glossary.bundled()::get).toList();
    }

    /** The duties of the memoranda held. */
    public List<Duties> duties() {
        return Duties.of(content.memoranda());
    }

    /** A figure as SVG. */
    public String chart(Figure figure) {
        return SeriesChart.draw(figure, book());
    }

    /** Whether there is anything to draw, and not more than a page can hold. */
    public boolean drawable(Figure figure) {
        return longest(figure) > 0 && !tooLong(figure);
    }

    /** Whether the series is left to its data file: more than twenty years of months. */
    public boolean tooLong(Figure figure) {
        return longest(figure) > MOST_PERIODS;
    }

    private static int longest(Figure figure) {
        return figure.lines().stream().mapToInt(l -> l.points().size()).max().orElse(0);
    }

    /** The figure's whole table, as wide as the medium allows. */
    public SeriesTable table(Figure figure) {
        return SeriesTable.of(figure, columns());
    }

    /** Its periods around the change. */
    public SeriesTable near(Figure figure) {
        return SeriesTable.around(figure, columns(), PERIODS_BEFORE, PERIODS_AFTER);
    }

    private int columns() {
        return print ? PRINTED_COLUMNS : SHOWN_COLUMNS;
    }

    /** How many of a figure's lines its table leaves to the data file. */
    public int leftOut(Figure figure) {
        return figure.lines().size() - table(figure).columns().size();
    }

    /** What speaks against an answer: never folded away. */
    public List<Diagnostic> against(Finding finding) {
        return finding.diagnostics().stream()
                .filter(d -> d.verdict() == Diagnostic.Verdict.AGAINST)
                .toList();
    }

    /** What only describes it, then what speaks for it. */
    public List<Diagnostic> otherChecks(Finding finding) {
        return finding.diagnostics().stream()
                .filter(d -> d.verdict() != Diagnostic.Verdict.AGAINST)
                .sorted(Comparator.comparing(Diagnostic::verdict))
                .toList();
    }

    /** The questions that come first, those that stop a claim before those it passes. */
    public List<Screening.Gate> gates(Screening.Claim claim) {
        return claim.gates().stream()
                .sorted(Comparator.comparing(
                        g -> List.of(Truth.NOT_MET, Truth.UNKNOWN, Truth.MET).indexOf(g.truth())))
                .toList();
    }

    /** Whether this is the first claim that names its writ; the same words are not printed twice. */
    public boolean firstWrit(Screening.Claim claim) {
        return claim.writ().isPresent()
                && content.screening().claims().stream()
                        .filter(c -> c.writ().equals(claim.writ()))
                        .findFirst()
                        .filter(claim::equals)
                        .isPresent();
    }

    /** The cheapest sets of facts that would end a claim. */
    public List<Set<String>> ends(Screening.Claim claim) {
        return claim.wouldEnd().subList(0, Math.min(SHOWN_ENDS, claim.wouldEnd().size()));
    }

    /** The name of the agency a memorandum belongs to; its file name when it could not be matched. */
    public String party(Memorandum memorandum) {
        return content.layers().stream()
                .flatMap(l -> l.policing().stream())
                .filter(p ->
                        memorandum.agencyId().filter(p.agency().id()::equals).isPresent())
                .map(p -> p.agency().name())
                .findFirst()
                .orElse(memorandum.file());
    }

    private Phrasebook book() {
        return Phrasebook.of(w.lang());
    }
}
