package org.writwatch.app.site;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a reader reads of a page: each piece of text with the language it is marked with, and whether it belongs to the running
 * text or to a name, a citation, the words of the law ("cited"), a table of facts, a draft or a file. Reads what our own templates write, no other HTML.
 */
final class RenderedPage {
    /** A piece of text between two tags. */
    record Piece(String text, String lang, boolean running, boolean heading, int block) {}

    private record Open(String tag, String lang, boolean running, boolean heading) {}

    private static final Pattern TOKEN = Pattern.compile("<!--.*?-->|<[^>]+>|[^<]+", Pattern.DOTALL);
    private static final Pattern TAG = Pattern.compile("^<(/?)([a-zA-Z0-9]+)([^>]*?)(/?)>$", Pattern.DOTALL);
    private static final Pattern LANG = Pattern.compile("\\slang=\"([a-z]+)\"");
    private static final Set<String> VOID = Set.of("meta", "link", "input", "br", "img");
    private static final Set<String> NOT_TEXT = Set.of("script", "style", "title", "head");
    private static final Set<String> NOT_RUNNING = Set.of(
            "cite",
            "code",
            "pre",
            "svg",
            "table",
            "nav",
            "button",
            "select",
            "dt",
            "footer",
            "aside",
            "header",
            "fieldset");
    private static final Set<String> INLINE = Set.of("a", "span", "strong", "em", "cite", "code", "b", "i", "q");

    private final List<Piece> pieces = new ArrayList<>();

    private RenderedPage() {}

    static RenderedPage of(String html) {
        RenderedPage page = new RenderedPage();
        Deque<Open> open = new ArrayDeque<>();
        open.push(new Open("", "", true, false));
        int block = 0;
        Matcher token = TOKEN.matcher(html);
        while (token.find()) {
            String text = token.group();
            Matcher tag = TAG.matcher(text);
            if (tag.matches()) {
                String name = tag.group(2).toLowerCase(Locale.ROOT);
                if (!INLINE.contains(name)) {
                    block++;
                }
                if (!tag.group(1).isEmpty()) {
                    boolean closed = false;
                    while (open.size() > 1 && !closed) {
                        closed = open.pop().tag().equals(name);
                    }
                } else if (tag.group(4).isEmpty() && !VOID.contains(name)) {
                    Open in = open.peek();
                    Matcher lang = LANG.matcher(tag.group(3));
                    open.push(new Open(
                            name,
                            lang.find() ? lang.group(1) : in.lang(),
                            in.running()
                                    && !NOT_RUNNING.contains(name)
                                    && !NOT_TEXT.contains(name)
                                    && !tag.group(3).contains("class=\"cited"),
                            in.heading() || name.matches("h[1-6]")));
                }
            } else if (!text.startsWith("<!")
                    && !text.isBlank()
                    && open.stream().noneMatch(o -> NOT_TEXT.contains(o.tag()))) {
                Open in = open.peek();
                page.pieces.add(new Piece(plain(text), in.lang(), in.running(), in.heading(), block));
            }
        }
        return page;
    }

    private static String plain(String text) {
        return text.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&#34;", "\"")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&")
                .replaceAll("\\s+", " ");
    }

    List<Piece> pieces() {
        return pieces;
    }

    /** The sentences of the running text in the page's own language: what ends as a sentence does. */
    List<String> sentences(String lang) {
        List<String> found = new ArrayList<>();
        StringBuilder now = new StringBuilder();
        int block = -1;
        for (Piece p : pieces) {
            if (p.block() != block) {
                cut(now, found);
                block = p.block();
            }
            if (p.running() && !p.heading()) {
                /* A name or a quotation in another language is read as one word. */
                now.append(p.lang().equals(lang) ? p.text() : " Clay ");
            }
        }
        cut(now, found);
        return found;
    }

    private static void cut(StringBuilder now, List<String> found) {
        for (String s : now.toString().split("(?<=[.?!:])\\s+", -1)) {
            if (s.strip().matches("(?s).*[.?!:]$")) {
                found.add(s.strip());
            }
        }
        now.setLength(0);
    }
}
