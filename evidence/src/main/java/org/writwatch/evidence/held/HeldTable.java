package org.writwatch.evidence.held;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.writwatch.evidence.design.Amount;
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
    }

    /** The same table, of which nothing after a day is read. */
    HeldTable until(LocalDate day) {
        if (!day.isBefore(within.to())) {
            return this;
        }
        LocalDate last = day.isBefore(within.from()) ? within.from() : day;
        return new HeldTable(descriptor, answers, rows, source, release, new Period(within.from(), last));
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

    /** The numbers of one question by place and whole month; a month that is not wholly reported is not there. */
    public SortedMap<String, SortedMap<YearMonth, Amount>> months(TableDescriptor.Answers question) {
        return read.computeIfAbsent(question, this::read);
    }

    private SortedMap<String, SortedMap<YearMonth, Amount>> read(TableDescriptor.Answers question) {
        SortedMap<String, SortedMap<YearMonth, Double>> values =
                rows.months(descriptor, question.measure(), question.only(), question.without(), within);
        SortedMap<String, SortedMap<YearMonth, Double>> divisors =
                question.per().isEmpty()
                        ? new TreeMap<>()
                        : rows.months(descriptor, question.per(), question.only(), question.without(), within);
        SortedMap<String, SortedMap<YearMonth, Amount>> all = new TreeMap<>();
        values.forEach((place, months) -> {
            SortedMap<YearMonth, Double> per = divisors.getOrDefault(place, new TreeMap<>());
            SortedMap<YearMonth, Amount> own = new TreeMap<>();
            months.forEach((month, value) -> {
                Double divisor = question.per().isEmpty() ? Double.valueOf(1) : per.get(month);
                if (divisor != null) {
                    own.put(month, new Amount(value, divisor));
                }
            });
            all.put(place, own);
        });
        return all;
    }
}
