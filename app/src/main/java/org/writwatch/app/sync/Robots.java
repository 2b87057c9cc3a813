package org.writwatch.app.sync;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a robots.txt asks of everyone: the group of {@code *} (RFC 9309), and the pause many add to it.
 *
 * @param rules in order; the longest that fits decides, and of two as long the one that allows
 * @param delayMillis the pause between two requests, at most half a minute
 */
record Robots(List<Rule> rules, long delayMillis) {
    static final Robots NONE = new Robots(List.of(), 0);

    private static final long LONGEST_DELAY = 30_000;

    Robots {
        rules = List.copyOf(rules);
    }

    /** A path or the beginning of one; {@code *} stands for anything, {@code $} at the end for the end. */
    record Rule(boolean allows, String path) {
        boolean fits(String asked) {
            String pattern = path.endsWith("$") ? path.substring(0, path.length() - 1) : path;
            String[] parts = pattern.split("\\*", -1);
            int at = 0;
            for (int i = 0; i < parts.length; i++) {
                int found = i == 0 ? (asked.startsWith(parts[0]) ? 0 : -1) : asked.indexOf(parts[i], at);
                if (found < 0) {
                    return false;
                }
                at = found + parts[i].length();
            }
            return !path.endsWith("$")
                    || (asked.endsWith(parts[parts.length - 1]) && (parts.length > 1 || at == asked.length()));
        }
    }

    static Robots parse(String text) {
        List<Rule> rules = new ArrayList<>();
        long delay = 0;
        boolean ours = false;
        boolean naming = false;
        for (String raw : text.lines().limit(10_000).toList()) {
            String line = raw.replaceFirst("#.*", "").strip();
            int colon = line.indexOf(':');
            if (colon < 0) {
                continue;
            }
            String key = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
            String value = line.substring(colon + 1).strip();
            if (key.equals("user-agent")) {
                ours = value.equals("*") || (naming && ours);
                naming = true;
                continue;
            }
            naming = false;
            if (!ours) {
                continue;
            }
            if ((key.equals("disallow") || key.equals("allow")) && !value.isEmpty()) {
                rules.add(new Rule(key.equals("allow"), value));
            } else if (key.equals("crawl-delay") && value.matches("[0-9]{1,6}(\\.[0-9]{1,3})?")) {
                delay = Math.min(LONGEST_DELAY, Math.round(Double.parseDouble(value) * 1_000));
            }
        }
        return new Robots(rules, delay);
    }

    boolean allows(URI address) {
        String path = address.getRawPath() == null || address.getRawPath().isEmpty() ? "/" : address.getRawPath();
        String asked = address.getRawQuery() == null ? path : path + "?" + address.getRawQuery();
        boolean allowed = true;
        int longest = -1;
        for (Rule rule : rules) {
            int length = rule.path().length();
            if ((length > longest || (length == longest && rule.allows())) && rule.fits(asked)) {
                longest = length;
                allowed = rule.allows();
            }
        }
        return allowed;
    }
}
