package org.writwatch.app.feed;

import java.util.List;
import org.writwatch.facts.phrase.Lang;

/** The page of one event, in both languages: what it is, the cells that prove it, of what day it speaks. */
final class EventPage {
    private EventPage() {}

    static String html(Item item, List<String> english, List<String> spanish) {
        StringBuilder page = new StringBuilder(head(Lang.EN, item.title(Lang.EN)));
        page.append("<main>\n");
        section(page, item, Lang.EN, english);
        section(page, item, Lang.ES, spanish);
        return page.append("</main>\n</body></html>\n").toString();
    }

    /** The beginning of a page that asks nobody for anything. */
    static String head(Lang lang, String title) {
        return "<!DOCTYPE html>\n<html lang=\"" + lang.tag() + "\">\n<head><meta charset=\"utf-8\">"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
                + "<meta name=\"referrer\" content=\"no-referrer\">\n<title>" + Markup.text(title) + "</title>\n"
                + "<style>body{font:1rem/1.5 sans-serif;max-width:45rem;margin:1rem auto;padding:0 1rem;"
                + "overflow-wrap:anywhere}</style></head>\n<body>\n";
    }

    private static void section(StringBuilder page, Item item, Lang lang, List<String> standing) {
        String tag = lang == Lang.EN ? "h1" : "h2";
        page.append("<section lang=\"" + lang.tag() + "\">\n<" + tag + ">" + Markup.text(item.title(lang)) + "</" + tag
                + ">\n<ul>\n");
        item.lines(lang).forEach(l -> page.append("<li>" + Markup.text(l) + "</li>\n"));
        page.append("</ul>\n<p>"
                + Markup.text(Item.say(lang, "show.id") + " " + item.event().id() + "; "
                        + item.event().agreementId()) + "</p>\n");
        standing.forEach(l -> page.append("<p>" + Markup.text(l) + "</p>\n"));
        String feed = "../feeds/agencies/" + item.of("agency_id") + "." + lang.tag();
        page.append("<p>" + Markup.text(Item.say(lang, "feed.follow")) + " <a href=\"" + feed
                + ".atom\">Atom</a>, <a href=\"" + feed + ".json\">JSON Feed</a></p>\n</section>\n");
    }
}
