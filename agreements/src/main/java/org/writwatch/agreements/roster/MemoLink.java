package org.writwatch.agreements.roster;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * The address of a memorandum, taken out of what it was wrapped in: Outlook "safelinks", a browser extension's viewer,
 * an archive's prefix; with a missing stroke put back and doubly coded spaces decoded.
 *
 * @param url the address at the agency that published it
 * @param key the file name in lower case without spaces: the same for every spelling of one address
 */
public record MemoLink(String url, String key) {

    /** Reads the address behind a cell; empty when there is none or it leads to no document. */
    public static Optional<MemoLink> read(String behindCell) {
        String url = behindCell.strip();
        if (url.isEmpty() || url.length() > 4_000) {
            return Optional.empty();
        }
        if (url.contains("safelinks.protection.outlook.com")) {
            url = parameter(url, "url").orElse("");
        }
        int inner = Math.max(url.indexOf("http", 1), url.indexOf("https", 1));
        if (inner > 0 && (url.startsWith("chrome-extension:") || url.contains("web.archive.org/"))) {
            url = url.substring(inner);
        }
        url = url.replace("%2520", "%20").replace(" ", "%20").replace("\u00a0", "%20");
        for (String scheme : new String[] {"https:", "http:"}) {
            if (url.toLowerCase(Locale.ROOT).startsWith(scheme)) {
                String rest = url.substring(scheme.length());
                while (rest.startsWith("/")) {
                    rest = rest.substring(1);
                }
                url = "https://" + rest;
                break;
            }
        }
        if (!url.startsWith("https://")) {
            return Optional.empty();
        }
        String path = url.substring("https://".length());
        int query = path.indexOf('?');
        path = query < 0 ? path : path.substring(0, query);
        while (path.endsWith("%20") || path.endsWith("/")) {
            path = path.substring(0, path.length() - (path.endsWith("/") ? 1 : 3));
        }
        String name = path.substring(path.lastIndexOf('/') + 1);
        String key = name.replace("%20", "").toLowerCase(Locale.ROOT);
        return key.isEmpty() ? Optional.empty() : Optional.of(new MemoLink("https://" + path, key));
    }

    private static Optional<String> parameter(String url, String name) {
        int at = url.indexOf(name + "=");
        if (at < 0) {
            return Optional.empty();
        }
        int end = url.indexOf('&', at);
        String value = url.substring(at + name.length() + 1, end < 0 ? url.length() : end);
        try {
            return Optional.of(URLDecoder.decode(value, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
