package org.writwatch.app.estimate;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.facts.problem.BadInput;

/**
 * A boolean expression of SQL over the columns of a table: {@code AND OR NOT = <> != < <= > >= IN BETWEEN LIKE IS NULL + - * /}, numbers,
 * texts in single quotes, columns bare or in double quotes. Three-valued as in SQL: a comparison with a missing cell is unknown, and only
 * rows for which the whole is true are kept.
 */
public final class RowFilter {
    private static final Pattern TOKEN = Pattern.compile(
            "\\s*(?:(\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d+)?)|('(?:[^']|'')*')|(\"[^\"]+\"|`[^`]+`)|([A-Za-z_][A-Za-z0-9_.]*)|(<>|!=|<=|>=|==|[=<>()+\\-*/,]))");

    private final String source;
    private final List<Token> tokens = new ArrayList<>();
    private final Set<String> columns = new LinkedHashSet<>();
    private int at;
    private final Node root;

    private RowFilter(String where, String source) {
        this.source = source;
        Matcher m = TOKEN.matcher(source);
        int end = 0;
        while (end < source.stripTrailing().length()) {
            if (!m.find(end) || m.start() != end) {
                throw problem(where, source.substring(end));
            }
            for (int g = 1; g <= 5; g++) {
                if (m.group(g) != null) {
                    tokens.add(new Token(g, m.group(g)));
                }
            }
            end = m.end();
        }
        try {
            this.root = either();
        } catch (IndexOutOfBoundsException e) {
            throw problem(where, source);
        } catch (IllegalStateException e) {
            throw problem(where, String.valueOf(e.getMessage()));
        }
        if (at != tokens.size()) {
            throw problem(where, tokens.get(at).text);
        }
    }

    /**
     * Reads an expression.
     *
     * @param where file and key, for the refusal
     * @throws BadInput it is no such expression
     */
    public static RowFilter of(String where, String expression) {
        return new RowFilter(where, expression);
    }

    private static BadInput problem(String where, String rest) {
        return new BadInput(
                where,
                Phrase.of("app", "estimate.where.found", rest.strip()),
                Phrase.of("app", "estimate.where.expected"),
                Phrase.of("app", "estimate.where.remedy"));
    }

    /** Columns the expression reads. */
    public Set<String> columns() {
        return columns;
    }

    /** The rows for which it is true. */
    public int[] rows(DataTable table) {
        return java.util.stream.IntStream.range(0, table.rows())
                .filter(r -> Boolean.TRUE.equals(root.at(table, r)))
                .toArray();
    }

    @Override
    public String toString() {
        return source;
    }

    private record Token(int kind, String text) {}

    private interface Node {
        /** Double, String, Boolean, or null for unknown. */
        @Nullable Object at(DataTable table, int row);
    }

    private boolean word(String w) {
        if (at < tokens.size()
                && tokens.get(at).kind >= 4
                && tokens.get(at).text.equalsIgnoreCase(w)) {
            at++;
            return true;
        }
        return false;
    }

    private void need(String w) {
        if (!word(w)) {
            throw new IllegalStateException(at < tokens.size() ? tokens.get(at).text : source);
        }
    }

    private Node either() {
        Node left = both();
        while (word("OR")) {
            Node a = left;
            Node b = both();
            left = (t, r) -> {
                Object x = a.at(t, r);
                Object y = b.at(t, r);
                if (Boolean.TRUE.equals(x) || Boolean.TRUE.equals(y)) {
                    return true;
                }
                return x == null || y == null ? null : (Object) false;
            };
        }
        return left;
    }

    private Node both() {
        Node left = negated();
        while (word("AND")) {
            Node a = left;
            Node b = negated();
            left = (t, r) -> {
                Object x = a.at(t, r);
                Object y = b.at(t, r);
                if (Boolean.FALSE.equals(x) || Boolean.FALSE.equals(y)) {
                    return false;
                }
                return x == null || y == null ? null : (Object) true;
            };
        }
        return left;
    }

    private Node negated() {
        return word("NOT") ? not(negated()) : compared();
    }

    private static Node not(Node a) {
        return (t, r) -> a.at(t, r) instanceof Boolean b ? (Object) !b : null;
    }

    private Node compared() {
        Node left = sum();
        if (word("IS")) {
            boolean not = word("NOT");
            need("NULL");
            return (t, r) -> (left.at(t, r) == null) != not;
        }
        boolean not = word("NOT");
        if (word("IN")) {
            need("(");
            List<Node> all = new ArrayList<>();
            do {
                all.add(sum());
            } while (word(","));
            need(")");
            Node in = (t, r) -> {
                Object x = left.at(t, r);
                if (x == null) {
                    return null;
                }
                for (Node n : all) {
                    Object y = n.at(t, r);
                    if (y != null && compare(x, y) == 0) {
                        return true;
                    }
                }
                return false;
            };
            return not ? not(in) : in;
        }
        if (word("BETWEEN")) {
            Node low = sum();
            need("AND");
            Node high = sum();
            Node between = (t, r) -> {
                Object x = left.at(t, r);
                Object a = low.at(t, r);
                Object b = high.at(t, r);
                return x == null || a == null || b == null ? null : (Object) (compare(x, a) >= 0 && compare(x, b) <= 0);
            };
            return not ? not(between) : between;
        }
        if (word("LIKE")) {
            Pattern like = like(tokens.get(at++).text);
            Node matches = (t, r) ->
                    left.at(t, r) instanceof String s ? (Object) like.matcher(s).matches() : null;
            return not ? not(matches) : matches;
        }
        for (String sign : new String[] {"<=", ">=", "<>", "!=", "==", "=", "<", ">"}) {
            if (word(sign)) {
                Node right = sum();
                return (t, r) -> {
                    Object x = left.at(t, r);
                    Object y = right.at(t, r);
                    return x == null || y == null ? null : (Object) holds(sign, compare(x, y));
                };
            }
        }
        return left;
    }

    private static boolean holds(String sign, int order) {
        return switch (sign) {
            case "<=" -> order <= 0;
            case ">=" -> order >= 0;
            case "<" -> order < 0;
            case ">" -> order > 0;
            case "=", "==" -> order == 0;
            default -> order != 0;
        };
    }

    private static int compare(Object x, Object y) {
        if (x instanceof Double a && y instanceof Double b) {
            return Double.compare(a + 0.0, b + 0.0);
        }
        return text(x).compareTo(text(y));
    }

    private static String text(Object x) {
        return x instanceof Double d ? Numbers.plain(d) : String.valueOf(x);
    }

    private static Pattern like(String quoted) {
        String inner = quoted.substring(1, quoted.length() - 1).replace("''", "'");
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < inner.length(); i++) {
            char c = inner.charAt(i);
            out.append(c == '%' ? ".*" : c == '_' ? "." : Pattern.quote(String.valueOf(c)));
        }
        return Pattern.compile(out.toString(), Pattern.DOTALL);
    }

    private Node sum() {
        Node left = product();
        while (at < tokens.size()
                && (tokens.get(at).text.equals("+") || tokens.get(at).text.equals("-"))) {
            boolean plus = tokens.get(at++).text.equals("+");
            left = arithmetic(left, product(), plus ? '+' : '-');
        }
        return left;
    }

    private Node product() {
        Node left = atom();
        while (at < tokens.size()
                && (tokens.get(at).text.equals("*") || tokens.get(at).text.equals("/"))) {
            char sign = tokens.get(at++).text.charAt(0);
            left = arithmetic(left, atom(), sign);
        }
        return left;
    }

    private static Node arithmetic(Node a, Node b, char sign) {
        return (t, r) -> {
            if (a.at(t, r) instanceof Double x && b.at(t, r) instanceof Double y) {
                double v = switch (sign) {
                    case '+' -> x + y;
                    case '-' -> x - y;
                    case '*' -> x * y;
                    default -> x / y;
                };
                return Double.isNaN(v) ? null : (Object) v;
            }
            return null;
        };
    }

    private Node atom() {
        if (word("(")) {
            Node inner = either();
            need(")");
            return inner;
        }
        if (word("-")) {
            return arithmetic((t, r) -> 0.0, atom(), '-');
        }
        Token token = tokens.get(at++);
        String text = token.text;
        switch (token.kind) {
            case 1 -> {
                double v = Double.parseDouble(text);
                return (t, r) -> v;
            }
            case 2 -> {
                String v = text.substring(1, text.length() - 1).replace("''", "'");
                return (t, r) -> v;
            }
            case 3, 4 -> {
                String upper = text.toUpperCase(Locale.ROOT);
                if (upper.equals("TRUE") || upper.equals("FALSE")) {
                    return (t, r) -> upper.equals("TRUE");
                }
                if (upper.equals("NULL")) {
                    return (t, r) -> null;
                }
                String name = token.kind == 3 ? text.substring(1, text.length() - 1) : text;
                columns.add(name);
                return (t, r) -> {
                    DataTable.Column c = t.column(name);
                    if (c.isText()) {
                        String s = c.text(r);
                        return s.isEmpty() || s.equals("NA") ? null : s;
                    }
                    double v = c.numbers()[r];
                    return Double.isNaN(v) ? null : (Object) v;
                };
            }
            default -> throw new IllegalStateException(text);
        }
    }
}
