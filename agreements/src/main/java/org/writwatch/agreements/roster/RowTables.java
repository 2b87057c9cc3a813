package org.writwatch.agreements.roster;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.writwatch.facts.bundle.Row;

/**
 * The rows of all lists in three plain tables, so that one more list can be added without reading the others again.
 *
 * <p>{@code rows.csv} holds every row that differs from all others once, in the order in which it first stood on a list;
 * its number is its line less one. {@code rolls.csv} holds, for each list, which of them stood on it: {@code +n} is the
 * next n rows of the list of that kind before, {@code i+n} the same from its row i, {@code #r} a row by its number,
 * {@code ^k} the number in its sheet of the row that follows, where it is not one more than the last. {@code notes.csv}
 * holds what there is to say of a list as a whole.
 */
public final class RowTables {
    private RowTables() {}

    /** The tables by file name. {@code lists} are numbered from 1 in the order given. */
    public static Map<String, byte[]> write(List<PublishedList> lists) {
        Map<Printed, Integer> numbers = new LinkedHashMap<>();
        IdentityHashMap<Printed, Integer> met = new IdentityHashMap<>(1 << 13);
        Map<ListKind, int[]> before = new EnumMap<>(ListKind.class);
        List<String> rolls = new ArrayList<>();
        for (PublishedList list : lists) {
            int[] now = new int[list.rows().size()];
            for (int i = 0; i < now.length; i++) {
                Printed printed = list.rows().printed(i);
                Integer number = met.get(printed);
                if (number == null) {
                    number = numbers.computeIfAbsent(printed, p -> numbers.size() + 1);
                    met.put(printed, number);
                }
                now[i] = number;
            }
            rolls.add(roll(list.rows(), now, before.getOrDefault(list.kind(), new int[0])));
            before.put(list.kind(), now);
        }
        Map<String, byte[]> tables = new LinkedHashMap<>();
        tables.put("rows.csv", rows(numbers.keySet()));
        tables.put("rolls.csv", table(List.of("list", "rows"), csv -> {
            for (int i = 0; i < rolls.size(); i++) {
                csv.writeRecord(Integer.toString(i + 1), rolls.get(i));
            }
        }));
        tables.put("notes.csv", notes(lists));
        return tables;
    }

    private static String roll(Rows rows, int[] now, int[] before) {
        int most = 0;
        for (int number : before) {
            most = Math.max(most, number);
        }
        // The first place of each row on the list before, plus one; 0 for none.
        int[] places = new int[most + 1];
        for (int i = before.length - 1; i >= 0; i--) {
            places[before[i]] = i + 1;
        }
        StringBuilder roll = new StringBuilder();
        int at = 0;
        int expected = 2;
        for (int i = 0; i < now.length; ) {
            if (rows.number(i) != expected) {
                expected = rows.number(i);
                roll.append(" ^").append(expected);
            }
            boolean follows = at < before.length && before[at] == now[i];
            int place = follows ? at : now[i] <= most ? places[now[i]] - 1 : -1;
            if (place < 0) {
                roll.append(" #").append(now[i]);
                i++;
                expected++;
                continue;
            }
            int run = 0;
            while (i + run < now.length
                    && place + run < before.length
                    && before[place + run] == now[i + run]
                    && rows.number(i + run) == expected + run) {
                run++;
            }
            roll.append(' ').append(follows ? "" : place).append('+').append(run);
            at = place + run;
            i += run;
            expected += run;
        }
        return roll.toString().strip();
    }

    private static byte[] rows(Iterable<Printed> rows) {
        List<String> header =
                List.of("state", "agency", "type", "county", "model", "signed", "memo", "memo_link", "addendum_link");
        return table(
                header,
                csv -> rows.forEach(p -> csv.writeRecord(
                        p.state(),
                        p.agency(),
                        p.type(),
                        p.county(),
                        p.model(),
                        p.signed(),
                        p.memo(),
                        p.memoLink(),
                        p.addendumLink())));
    }

    private static byte[] notes(List<PublishedList> lists) {
        return table(List.of("list", "what", "code", "value"), csv -> {
            for (int i = 0; i < lists.size(); i++) {
                for (Remark r : lists.get(i).remarks()) {
                    if (r.row() == 0) {
                        csv.writeRecord(
                                Integer.toString(i + 1), r.kind().name().toLowerCase(Locale.ROOT), r.code(), r.value());
                    }
                }
            }
        });
    }

    /**
     * The lists with their rows and remarks.
     *
     * @param lists the same lists without, in the order in which they were written
     */
    public static List<PublishedList> read(
            List<PublishedList> lists, Stream<Row> rows, Stream<Row> rolls, Stream<Row> notes) {
        List<Printed> printed = rows.map(r -> new Printed(
                        r.text("state"),
                        r.text("agency"),
                        r.text("type"),
                        r.text("county"),
                        r.text("model"),
                        r.text("signed"),
                        r.text("memo"),
                        r.text("memo_link"),
                        r.text("addendum_link")))
                .toList();
        Map<Integer, List<Remark>> remarks = new HashMap<>();
        notes.forEach(r -> remarks.computeIfAbsent(r.integer("list"), n -> new ArrayList<>())
                .add(new Remark(
                        lists.get(r.integer("list") - 1).file(),
                        0,
                        "",
                        r.text("value"),
                        Remark.Kind.valueOf(r.text("what").toUpperCase(Locale.ROOT)),
                        r.text("code"))));
        Map<ListKind, int[]> before = new EnumMap<>(ListKind.class);
        List<PublishedList> whole = new ArrayList<>();
        rolls.forEach(r -> {
            PublishedList list = lists.get(r.integer("list") - 1);
            Roll roll = new Roll(list.counts().rows(), before.getOrDefault(list.kind(), new int[0]));
            roll.read(r.text("rows"), r.where());
            before.put(list.kind(), roll.numbers);
            Rows.Builder held = new Rows.Builder(roll.numbers.length);
            for (int i = 0; i < roll.numbers.length; i++) {
                held.add(roll.sheetRows[i], printed.get(roll.numbers[i] - 1));
            }
            whole.add(list.with(held.rows(), remarks.getOrDefault(r.integer("list"), List.of())));
        });
        return whole;
    }

    /** One line of {@code rolls.csv} while it is read. */
    private static final class Roll {
        private final int[] before;
        private final int[] numbers;
        private final int[] sheetRows;
        private int filled;
        private int at;
        private int next = 2;

        Roll(int rows, int[] before) {
            this.before = before;
            this.numbers = new int[rows];
            this.sheetRows = new int[rows];
        }

        void read(String text, String where) {
            int i = 0;
            while (i < text.length()) {
                int end = text.indexOf(' ', i);
                end = end < 0 ? text.length() : end;
                token(text, i, end);
                i = end + 1;
            }
            if (filled != numbers.length) {
                throw new IllegalStateException(where + ": " + filled + " rows, expected " + numbers.length);
            }
        }

        private void token(String text, int start, int end) {
            char first = text.charAt(start);
            if (first == '#') {
                add(Integer.parseInt(text, start + 1, end, 10));
            } else if (first == '^') {
                next = Integer.parseInt(text, start + 1, end, 10);
            } else {
                int plus = text.indexOf('+', start);
                at = plus == start ? at : Integer.parseInt(text, start, plus, 10);
                for (int n = Integer.parseInt(text, plus + 1, end, 10); n > 0; n--) {
                    add(before[at++]);
                }
            }
        }

        private void add(int number) {
            numbers[filled] = number;
            sheetRows[filled++] = next++;
        }
    }

    private static byte[] table(List<String> header, Consumer<CsvWriter> rows) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            csv.writeRecord(header);
            rows.accept(csv);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
