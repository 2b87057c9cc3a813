package org.writwatch.app.feed;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.writwatch.app.output.Json;

/**
 * A channel as JSON Feed 1.1 (jsonfeed.org). Addresses must be absolute there, so they are left out when nobody has said
 * where the folder will be served; the page of an item is then in our own object {@code _writwatch}.
 */
final class JsonFeed {
    private JsonFeed() {}

    static String text(Channel channel) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("version", "https://jsonfeed.org/version/1.1");
        tree.put("title", channel.title());
        if (channel.base().isPresent()) {
            tree.put("home_page_url", channel.address("index.html"));
            tree.put("feed_url", channel.address(channel.file("json")));
        }
        tree.put("description", String.join(" ", channel.lines()));
        tree.put("language", channel.lang().tag());
        tree.put("authors", List.of(Map.of("name", "Writwatch")));
        List<Object> items = new ArrayList<>();
        channel.items().forEach(i -> items.add(item(channel, i)));
        tree.put("items", items);
        return Json.text(tree);
    }

    private static Map<String, @Nullable Object> item(Channel channel, Item item) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("id", item.urn());
        if (channel.base().isPresent()) {
            tree.put("url", channel.address(item.page()));
        }
        tree.put("title", item.title(channel.lang()));
        tree.put("content_text", String.join("\n", item.lines(channel.lang())));
        tree.put("date_published", item.published());
        tree.put("date_modified", item.updated());
        tree.put("tags", List.of(item.event().kind().code()));
        Map<String, @Nullable Object> own = new LinkedHashMap<>();
        own.put("event_id", item.event().id());
        own.put("agreement_id", item.event().agreementId());
        own.put("page", item.page());
        tree.put("_writwatch", own);
        return tree;
    }
}
