package org.writwatch.app.sync;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.facts.problem.BadInput;

/** ICE's page about 287(g): the lists it links. */
final class IcePage {
    /** Where the page is. */
    static final URI ADDRESS = URI.create("https://www.ice.gov/identify-and-arrest/287g");

    private static final Pattern LINK =
            Pattern.compile("(?i)\\bhref\\s*=\\s*(?:\"([^\"<>]{1,2000})\"|'([^'<>]{1,2000})'|([^\\s\"'<>]{1,2000}))");

    private IcePage() {}

    /**
     * The addresses of the lists of agencies a page links, in its order, each once. They must be on the page's own host;
     * a link that is no address is passed over.
     *
     * @throws BadInput when it links none: the page has changed, or is another one
     */
    static List<URI> lists(URI address, byte[] page) {
        Set<URI> found = new LinkedHashSet<>();
        Matcher link = LINK.matcher(new String(page, StandardCharsets.UTF_8));
        while (link.find()) {
            String quoted = link.group(1) != null ? link.group(1) : link.group(2);
            String target = plain(quoted != null ? quoted : link.group(3));
            String lower = target.toLowerCase(Locale.ROOT);
            if (lower.contains("agencies") && lower.contains(".xlsx")) {
                resolved(address, target)
                        .filter(at -> Fetcher.isWeb(at)
                                && String.valueOf(address.getHost()).equalsIgnoreCase(at.getHost()))
                        .ifPresent(found::add);
            }
        }
        if (found.isEmpty()) {
            throw new BadInput(
                    String.valueOf(address.getHost()),
                    Phrase.of("app", "sync.page.found"),
                    Phrase.of("app", "sync.page.expected"),
                    Phrase.of("app", "sync.page.remedy"));
        }
        return List.copyOf(found);
    }

    private static Optional<URI> resolved(URI address, String target) {
        try {
            return Optional.of(withoutFragment(address.resolve(target)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String plain(String attribute) {
        return attribute
                .replace("&amp;", "&")
                .replace("&#38;", "&")
                .replace("&#038;", "&")
                .replace("&#x2F;", "/")
                .replace("&#47;", "/")
                .strip()
                .replace(" ", "%20");
    }

    private static URI withoutFragment(URI address) {
        String text = address.toString();
        int at = text.indexOf('#');
        return at < 0 ? address : URI.create(text.substring(0, at));
    }
}
