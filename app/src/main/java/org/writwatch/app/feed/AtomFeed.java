package org.writwatch.app.feed;

/** A channel as Atom (RFC 4287). */
final class AtomFeed {
    private AtomFeed() {}

    static String text(Channel channel, String version) {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
                + "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\""
                + channel.lang().tag() + "\">\n");
        element(xml, "id", channel.urn());
        element(xml, "title", channel.title());
        element(xml, "subtitle", String.join(" ", channel.lines()));
        element(xml, "updated", channel.updated());
        xml.append("<author><name>Writwatch</name></author>\n");
        element(xml, "rights", "CC BY 4.0");
        xml.append("<generator version=\"" + Markup.text(version) + "\">Writwatch</generator>\n");
        link(xml, "self", "application/atom+xml", channel.address(channel.file("atom")));
        link(xml, "alternate", "text/html", channel.address("index.html"));
        for (Item item : channel.items()) {
            xml.append("<entry>\n");
            element(xml, "id", item.urn());
            element(xml, "title", item.title(channel.lang()));
            element(xml, "updated", item.updated());
            element(xml, "published", item.published());
            link(xml, "alternate", "text/html", channel.address(item.page()));
            xml.append("<category term=\"" + Markup.text(item.event().kind().code()) + "\" label=\""
                    + Markup.text(item.kind(channel.lang())) + "\"/>\n");
            xml.append("<content type=\"text\">" + Markup.text(String.join("\n", item.lines(channel.lang())))
                    + "</content>\n</entry>\n");
        }
        return xml.append("</feed>\n").toString();
    }

    private static void element(StringBuilder xml, String name, String value) {
        xml.append('<' + name + '>' + Markup.text(value) + "</" + name + ">\n");
    }

    private static void link(StringBuilder xml, String rel, String type, String address) {
        xml.append("<link rel=\"" + rel + "\" type=\"" + type + "\" href=\"" + Markup.text(address) + "\"/>\n");
    }
}
