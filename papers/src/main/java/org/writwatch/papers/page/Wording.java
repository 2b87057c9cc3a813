package org.writwatch.papers.page;

import java.util.Map;
import java.util.Optional;

/**
 * A language that is added to the pages of the site by files alone, beside English and Spanish, in which all is said. What its
 * files do not say stands in English and is marked so. Safe for use by several threads.
 *
 * @param tag its BCP 47 tag, "ht"; the folder of its pages
 * @param name as its speakers write it
 * @param rightToLeft whether it is written from right to left
 * @param phrases by room and key, each a {@link java.text.MessageFormat} pattern
 */
public record Wording(String tag, String name, boolean rightToLeft, Map<String, Map<String, String>> phrases) {
    /** Around what was said in the language while a page is written; neither can stand in a page. */
    static final char OPEN = '\uE000';

    static final char CLOSE = '\uE001';

    public Wording {
        phrases = Map.copyOf(phrases);
    }

    Optional<String> find(String module, String key) {
        return Optional.ofNullable(phrases.getOrDefault(module, Map.of()).get(key));
    }

    /** Where the page lies whose English twin lies at {@code english}. */
    public String path(String english) {
        return english.replaceFirst("(^|/)en/", "$1" + tag + "/");
    }

    /**
     * A finished page: marks what is still English for those who hear or translate it, and takes our marks away.
     *
     * @param written the page with what was said in the language between our marks
     */
    public String finish(String written) {
        return new Finish(written).page();
    }

    /** Goes through a page once. */
    private static final class Finish {
        private final String in;
        private final StringBuilder out;
        private int at;
        private int said;
        private int drawing;
        private boolean text;

        Finish(String in) {
            this.in = in;
            this.out = new StringBuilder(in.length() + in.length() / 8);
        }

        String page() {
            while (at < in.length()) {
                if (in.charAt(at) == '<') {
                    tag();
                } else {
                    words(in.indexOf('<', at) < 0 ? in.length() : in.indexOf('<', at));
                }
            }
            return out.toString();
        }

        private void tag() {
            int end = at + 1;
            char quote = 0;
            while (end < in.length() && (quote != 0 || in.charAt(end) != '>')) {
                char c = in.charAt(end);
                if (quote == 0 && (c == '"' || c == '\'')) {
                    quote = c;
                } else if (c == quote) {
                    quote = 0;
                }
                end += 1;
            }
            end = Math.min(in.length(), end + 1);
            String tag = in.substring(at, end);
            out.append(plain(tag));
            at = end;
            String name = tag.replaceFirst("(?s)^<(/?[a-zA-Z0-9]*).*", "$1");
            switch (name) {
                case "svg" -> drawing += 1;
                case "/svg" -> drawing -= 1;
                case "text" -> text = true;
                case "/text" -> text = false;
                case "title", "desc", "option", "textarea", "script", "style" -> asItIs("</" + name);
                default -> {}
            }
        }

        /** What holds text alone is copied without marks. */
        private void asItIs(String until) {
            int end = in.indexOf(until, at);
            end = end < 0 ? in.length() : end;
            out.append(plain(in.substring(at, end)));
            at = end;
        }

        private void words(int end) {
            int from = at;
            for (int i = at; i <= end; i++) {
                boolean mark = i < end && (in.charAt(i) == OPEN || in.charAt(i) == CLOSE);
                if (mark || i == end) {
                    piece(in.substring(from, i));
                    from = i + 1;
                    if (mark) {
                        said += in.charAt(i) == OPEN ? 1 : -1;
                    }
                }
            }
            at = end;
        }

        private void piece(String piece) {
            boolean letters =
                    piece.replaceAll("&[a-z]+;|&#[0-9]+;", " ").chars().anyMatch(Character::isLetter);
            if (said > 0 || !letters || (drawing > 0 && !text)) {
                out.append(piece);
                return;
            }
            String element = drawing > 0 ? "tspan" : "span";
            int start = piece.length() - piece.stripLeading().length();
            int stop = piece.stripTrailing().length();
            out.append(piece, 0, start)
                    .append('<')
                    .append(element)
                    .append(drawing > 0 ? " lang=\"en\">" : " lang=\"en\" dir=\"ltr\">")
                    .append(piece, start, stop)
                    .append("</")
                    .append(element)
                    .append('>')
                    .append(piece, stop, piece.length());
        }

        private static String plain(String text) {
            return text.replace(String.valueOf(OPEN), "").replace(String.valueOf(CLOSE), "");
        }
    }
}
