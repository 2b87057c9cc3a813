package org.writwatch.app.feed;

/** Text as XML and HTML want it. */
final class Markup {
    private Markup() {}

    /** The text with what has a meaning escaped, and what no XML 1.0 document may hold replaced. */
    static String text(String value) {
        StringBuilder text = new StringBuilder();
        value.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> text.append("&amp;");
                case '<' -> text.append("&lt;");
                case '>' -> text.append("&gt;");
                case '"' -> text.append("&quot;");
                default ->
                    text.appendCodePoint(
                            c == '\t'
                                            || c == '\n'
                                            || (c >= 0x20 && c < 0xD800)
                                            || (c > 0xDFFF && c < 0xFFFE)
                                            || c > 0xFFFF
                                    ? c
                                    : 0xFFFD);
            }
        });
        return text.toString();
    }
}
