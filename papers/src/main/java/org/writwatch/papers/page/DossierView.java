package org.writwatch.papers.page;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.writwatch.agreements.Agreement;
import org.writwatch.agreements.memo.Memorandum;
import org.writwatch.evidence.Diagnostic;
import org.writwatch.evidence.Figure;
import org.writwatch.evidence.Finding;
import org.writwatch.facts.phrase.Phrasebook;
import org.writwatch.papers.chart.SeriesChart;
import org.writwatch.papers.chart.SeriesTable;
import org.writwatch.papers.chart.TimelineChart;

/**
 * What the templates are given: the content, the words of one language, and the pictures.
 *
 * @param content what is known
 * @param w how to say it
 * @param print whether it becomes a PDF: everything unfolded, wide tables narrowed
 * @param sources the numbered sources
 * @param style the page's own style
 * @param policy the content security policy of the page
 */
public record DossierView(
        DossierContent content, Words w, boolean print, SourceList sources, String style, String policy) {
    private static final int PRINTED_COLUMNS = 5;
    private static final int MOST_PERIODS = 240;
    private static final int SHOWN_COLUMNS = 40;

    /** The place as it is called. */
    public String place() {
        return w.of(content.name());
    }

    /** The date the page speaks for. */
    public LocalDate asOf() {
        return content.asOf();
    }

    /** Every agreement, layer by layer. */
    public List<Agreement> agreements() {
        return content.layers().stream()
                .flatMap(l -> l.policing().stream())
                .flatMap(p -> p.agreements().stream())
                .toList();
    }

    /** The timeline as SVG. */
    public String timeline() {
        return TimelineChart.draw(agreements(), content.asOf(), book());
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

    /** The figure's table, as wide as the medium allows. */
    public SeriesTable table(Figure figure) {
        return SeriesTable.of(figure, print ? PRINTED_COLUMNS : SHOWN_COLUMNS);
    }

    /** How many of a figure's lines its table leaves to the data file. */
    public int leftOut(Figure figure) {
        return figure.lines().size() - table(figure).columns().size();
    }

    /** What speaks against an answer comes first. */
    public List<Diagnostic> diagnostics(Finding finding) {
        return finding.diagnostics().stream()
                .sorted(Comparator.comparing(Diagnostic::verdict))
                .toList();
    }

    /** The memorandum held for an agency. */
    public Optional<Memorandum> memorandum(String agencyId) {
        return content.memoranda().stream()
                .filter(m -> m.agencyId().filter(agencyId::equals).isPresent())
                .findFirst();
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
