package org.writwatch.app.sync;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.facts.problem.BadInput;

/** ICE's page about 287(g): the lists it links. */
final class IcePage {
    /** Where the page is. */
    static final URI ADDRESS = URI.create("https://www.ice.gov/identify-and-arrest/287g");

    private static final Pattern LINK = Pattern.compile("href\\s*=\\s*[\"']([^\"'<>]{1,2000})[\"']");

    private IcePage() {}

    /**
     * The addresses of the lists of agencies a page links, in its order, each once. They must be on the page's own host.
     *
     * @throws BadInput when it links none: the page has changed, or is another one
     */
    static List<URI> lists(URI address, byte[] page) {
        Set<URI> found = new LinkedHashSet<>();
        Matcher link = LINK.matcher(new String(page, StandardCharsets.UTF_8));
        while (link.find()) {
            String target = link.group(1).replace("&amp;", "&").strip().replace(" ", "%20");
            String lower = target.toLowerCase(Locale.ROOT);
            if (lower.contains("agencies") && lower.contains(".xlsx")) {
                try {
                    URI at = address.resolve(target);
                    if (String.valueOf(at.getHost()).equals(address.getHost())) {
                        found.add(at);
                    }
                } catch (IllegalArgumentException e) {
                    throw changed(address);
                }
            }
        }
        if (found.isEmpty()) {
            throw changed(address);
        }
        return List.copyOf(found);
    }

    private static BadInput changed(URI address) {
        return new BadInput(
                String.valueOf(address.getHost()),
                Phrase.of("app", "sync.page.found"),
                Phrase.of("app", "sync.page.expected"),
                Phrase.of("app", "sync.page.remedy"));
    }
}
