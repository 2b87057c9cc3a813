package org.writwatch.papers.draft.records;

import static org.writwatch.papers.draft.records.English.say;

import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.writwatch.papers.draft.Fields;

/**
 * Where statements of law were read, in plain words: one line for each statement, with the places. The exact addresses
 * stand in the law files; here a lawyer learns how good the places are. Not shared between threads.
 */
public final class LawRead {
    private static final Pattern REPOSITORY = Pattern.compile("github:([A-Za-z0-9_.-]+/[A-Za-z0-9_.-]+)(.*)");
    private static final Pattern COPIED = Pattern.compile("crawl ([0-9]{4}-[0-9]{2}-[0-9]{2})");
    private static final Pattern RELEASE = Pattern.compile("\\(([0-9]{4}(?:-[0-9]{2,4})? release)\\)");
    private static final Pattern ADDRESS = Pattern.compile("^https?://\\S+");

    /** Where it was read, by what was read. */
    private final Map<String, Set<String>> read = new LinkedHashMap<>();

    /** Notes one statement: what was read, and where as the data write it. */
    public void add(String cite, String source) {
        read.computeIfAbsent(cite, k -> new LinkedHashSet<>()).addAll(places(source));
    }

    /** Rows of {@code cite} and {@code places}. */
    public List<Fields> rows() {
        return read.entrySet().stream()
                .map(e -> Fields.builder()
                        .words("cite", e.getKey())
                        .words("places", English.stop(String.join("; ", e.getValue())))
                        .build())
                .toList();
    }

    /** The places a source names, in plain words. */
    public static Collection<String> places(String source) {
        List<String> places = new ArrayList<>();
        for (String part : source.split(" ; ", -1)) {
            String place = place(part.strip());
            if (!places.contains(place)) {
                places.add(place);
            }
        }
        return places;
    }

    private static String place(String part) {
        Matcher repository = REPOSITORY.matcher(part);
        if (repository.matches()) {
            String rest = repository.group(2);
            Matcher copied = COPIED.matcher(rest);
            Matcher release = RELEASE.matcher(rest);
            String what = "github.com/" + repository.group(1);
            if (copied.find()) {
                return say("read.copied", what, LocalDate.parse(copied.group(1)));
            }
            return release.find() ? say("read.release", what, release.group(1)) : say("read.copy", what);
        }
        Matcher address = ADDRESS.matcher(part);
        return address.find() ? host(address.group()) : part;
    }

    private static String host(String address) {
        try {
            String host = URI.create(address).getHost();
            return host == null ? address : host.replaceFirst("^www\\.", "");
        } catch (IllegalArgumentException e) {
            return address;
        }
    }
}
