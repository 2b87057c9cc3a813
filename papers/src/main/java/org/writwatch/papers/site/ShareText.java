package org.writwatch.papers.site;

import org.writwatch.papers.page.DossierView;
import org.writwatch.papers.page.Layer;
import org.writwatch.papers.page.Verdict;
import org.writwatch.papers.page.Words;

/** What a page offers to paste into a message: what it says first, the day, and a plain address. At most 700 characters. */
public final class ShareText {
    /** What a message of a phone shows without a fold, in characters. */
    static final int MOST = 700;

    private ShareText() {}

    /** The text; its address is the page's own where the site's is known, else the page's script adds it. */
    public static String of(DossierView view, Frame frame) {
        Words w = frame.w();
        StringBuilder text = new StringBuilder(frame.title()).append("\n");
        for (Layer layer : view.content().layers()) {
            text.append(w.say("reach." + layer.reach().name()))
                    .append(": ")
                    .append(w.say("verdict." + layer.verdict().key()))
                    .append("\n");
        }
        if (Verdict.together(view.content().layers()) != Verdict.YES) {
            text.append(w.say("site.share.comfort")).append("\n");
        }
        text.append(w.say("site.share.day", frame.asOf()));
        String address =
                frame.base().map(b -> "\n" + b + frame.here().in(frame.lang())).orElse("");
        String said = text.length() + address.length() > MOST
                ? text.substring(0, MOST - address.length() - 1) + "…"
                : text.toString();
        return said + address;
    }

    /** Whether the page has a figure whose numbers can be had. */
    public static boolean drawn(DossierView view) {
        return view.content().findings().stream().anyMatch(f -> !f.figures().isEmpty());
    }
}
