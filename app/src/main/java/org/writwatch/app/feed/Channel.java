package org.writwatch.app.feed;

import java.util.List;
import java.util.Optional;
import org.writwatch.facts.phrase.Lang;

/**
 * One feed, before it is written in a form.
 *
 * @param path where it goes, from the root of the folder, without language and ending
 * @param title what it is about
 * @param lines what stands above its items: the day, the last list, that the source is dead
 * @param items newest first
 * @param lang its language
 * @param base where the folder will be served, ending in a slash; empty when that is not known
 */
record Channel(String path, String title, List<String> lines, List<Item> items, Lang lang, Optional<String> base) {
    Channel {
        lines = List.copyOf(lines);
        items = List.copyOf(items);
        if (items.isEmpty()) {
            throw new IllegalArgumentException("a feed of nothing: " + path);
        }
    }

    String file(String ending) {
        return path + "." + lang.tag() + "." + ending;
    }

    String urn() {
        return Item.urn("feed/" + path + "." + lang.tag());
    }

    /** The day from which the newest of it could be known. */
    String updated() {
        return items.get(0).updated();
    }

    /** The address of a file of the folder: absolute when the base is known, else as seen from this feed. */
    String address(String file) {
        return base.map(b -> b + file)
                .orElseGet(() ->
                        "../".repeat((int) path.chars().filter(c -> c == '/').count()) + file);
    }
}
