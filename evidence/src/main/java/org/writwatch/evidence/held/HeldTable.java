package org.writwatch.evidence.held;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.writwatch.evidence.design.Amount;
import org.writwatch.evidence.design.Step;
import org.writwatch.evidence.store.StoredTable;
import org.writwatch.evidence.table.TableDescriptor;
import org.writwatch.facts.Period;
import org.writwatch.facts.Source;

/** One release of a table whose numbers answer a harm. Safe for use by several threads. */
public final class HeldTable {
    private final TableDescriptor descriptor;
    private final List<TableDescriptor.Answers> answers;
    private final StoredTable rows;
    private final Source source;
    private final String release;
    private final Period within;
    private final Step step;
    private final Map<Rows, SortedMap<String, SortedMap<String, SortedMap<YearMonth, Double>>>> summed =
            new ConcurrentHashMap<>();
    private final Map<TableDescriptor.Answers, SortedMap<String, SortedMap<YearMonth, Amount>>> read =
            new ConcurrentHashMap<>();

    HeldTable(
            TableDescriptor descriptor,
            List<TableDescriptor.Answers> answers,
            StoredTable rows,
            Source source,
            String release,
            Period within) {
        this.descriptor = descriptor;
        this.answers = List.copyOf(answers);
        this.rows = rows;
        this.source = source;
        this.release = release;
        this.within = within;
        this.step = Step.of(descriptor.period().kind()).orElse(Step.MONTH);
    }

    /** The same table, of which nothing after a day is read. */
    HeldTable until(LocalDate day) {
        return day.isBefore(within.to())
                ? new HeldTable(descriptor, answers, rows, source, release, until(within, day))
                : this;
    }

    /** The days of a period that are not after a day; its first day when all are. */
    static Period until(Period within, LocalDate day) {
        if (!day.isBefore(within.to())) {
            return within;
        }
        return new Period(within.from(), day.isBefore(within.from()) ? within.from() : day);
    }

    /** Stable id of the finding that answers a question at one place of the table. */
    public String finding(TableDescriptor.Answers question, String place) {
        String per = question.per().isEmpty() ? "" : "-per-" + question.per();
        return (descriptor.name() + "-" + question.measure() + per + "-" + place)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-");
    }

    /** Whether a count of this table is itself what is asked about a harm: recorded crime is not, and a ratio is not. */
    boolean answers(String harm, String finding) {
        return answers.stream()
                .filter(a -> a.harm().equals(harm) && !a.control() && !harm.equals("public-safety"))
                .filter(a -> a.per().isEmpty() || !harm.equals("crime-reporting"))
                .anyMatch(a -> finding.startsWith(finding(a, "")));
    }

    /** What the table is. */
    public TableDescriptor descriptor() {
        return descriptor;
    }

    /** The questions its numbers answer, in the order of the descriptor. */
    public List<TableDescriptor.Answers> answers() {
        return answers;
    }

    /** The file. */
    public Source source() {
        return source;
    }

    /** Table, release and id in a few words. */
    public String release() {
        return release;
    }

    /** The days it may be asked about. */
    public Period within() {
        return within;
    }

    /** How long its periods are. */
    public Step step() {
        return step;
    }

    /** The numbers of one question by place and whole period; a period that is not wholly reported is not there. */
    public SortedMap<String, SortedMap<YearMonth, Amount>> periods(TableDescriptor.Answers question) {
        return read.computeIfAbsent(question, this::read);
    }

    private SortedMap<String, SortedMap<YearMonth, Amount>> read(TableDescriptor.Answers question) {
        var sums = summed.computeIfAbsent(new Rows(question.only(), question.without()), this::sums);
        SortedMap<String, SortedMap<YearMonth, Double>> divisors =
                sums.getOrDefault(question.per(), Collections.emptySortedMap());
        SortedMap<String, SortedMap<YearMonth, Amount>> all = new TreeMap<>();
        sums.getOrDefault(question.measure(), Collections.emptySortedMap()).forEach((place, periods) -> {
            SortedMap<YearMonth, Double> per = divisors.getOrDefault(place, Collections.emptySortedMap());
            SortedMap<YearMonth, Amount> own = new TreeMap<>();
            periods.forEach((period, value) -> {
                Double divisor = question.per().isEmpty() ? Double.valueOf(1) : per.get(period);
                if (divisor != null) {
                    own.put(period, new Amount(value, divisor));
                }
            });
            all.put(place, own);
        });
        return all;
    }

    /** Which rows of the table count. */
    private record Rows(SortedMap<String, List<String>> only, SortedMap<String, List<String>> without) {}

    /** Every number that a question over these rows asks for, in one reading of the file. */
    private SortedMap<String, SortedMap<String, SortedMap<YearMonth, Double>>> sums(Rows which) {
        TreeSet<String> measures = new TreeSet<>();
        for (TableDescriptor.Answers question : answers) {
            if (which.equals(new Rows(question.only(), question.without()))) {
                measures.add(question.measure());
                measures.add(question.per());
            }
        }
        measures.remove("");
        return rows.periods(descriptor, measures, which.only(), which.without(), within, step);
    }
}
