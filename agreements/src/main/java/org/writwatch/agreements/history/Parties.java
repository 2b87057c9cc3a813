package org.writwatch.agreements.history;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.writwatch.facts.Slug;
import org.writwatch.facts.UsState;

/**
 * Which names are one agency, and what it is called: by its latest name, with every other name and spelling remembered, so
 * that an earlier id still leads to it.
 */
final class Parties {
    /** A name seen: where and when last. */
    private record Seen(UsState state, AgencyName name, long rank) {}

    private final Map<String, Seen> seen = new TreeMap<>();
    private final Map<String, TreeSet<String>> spellings = new TreeMap<>();
    private final Map<String, String> root = new LinkedHashMap<>();
    private final Map<String, String> ids = new LinkedHashMap<>();
    private final Map<String, List<String>> members = new TreeMap<>();

    static String key(Sighting s) {
        return s.meaning().partyKey();
    }

    /** @param rank later is larger; lists of agreements rank above lists of applications of the same day */
    void see(Meaning m, long rank) {
        spellings.computeIfAbsent(m.partyKey(), k -> new TreeSet<>()).add(slug(m.state(), m.agency()));
        seen.merge(m.partyKey(), new Seen(m.state(), m.agency(), rank), (a, b) -> b.rank >= a.rank ? b : a);
    }

    void join(Sighting one, Sighting other) {
        join(key(one), key(other));
    }

    /** Joins two names by their keys; a name that no list prints is left alone. */
    void join(String one, String other) {
        if (!seen.containsKey(one) || !seen.containsKey(other)) {
            return;
        }
        String a = find(one);
        String b = find(other);
        if (!a.equals(b)) {
            root.put(a.compareTo(b) < 0 ? b : a, a.compareTo(b) < 0 ? a : b);
        }
    }

    /** The name that stands for all names of its agency. */
    String root(Sighting s) {
        return find(key(s));
    }

    boolean areOne(Sighting one, Sighting other) {
        return root(one).equals(root(other));
    }

    /** Whether any agreement of the agency is known. */
    boolean isListed(Sighting s, List<Draft> drafts) {
        return drafts.stream().anyMatch(d -> areOne(d.latest(), s));
    }

    private String find(String key) {
        String at = key;
        while (root.containsKey(at)) {
            at = root.getOrDefault(at, at);
        }
        return at;
    }

    /** Gives every agency its id; no name may be added or joined after that. */
    void settle() {
        seen.keySet()
                .forEach(k ->
                        members.computeIfAbsent(find(k), r -> new ArrayList<>()).add(k));
        TreeSet<String> taken = new TreeSet<>();
        members.forEach((r, keys) -> {
            Seen latest = latest(r);
            String slug = slug(latest);
            String id = slug;
            for (int n = 2; !taken.add(id); n++) {
                id = slug + "-" + n;
            }
            ids.put(r, id);
        });
    }

    String id(Sighting s) {
        return ids.getOrDefault(find(key(s)), "");
    }

    /** The agency's id, its latest name and state, and the slugs of its other names. */
    record Party(String id, String name, String key, UsState state, List<String> aliases, List<String> keys) {}

    List<Party> list() {
        List<Party> parties = new ArrayList<>();
        ids.forEach((r, id) -> {
            Seen latest = latest(r);
            TreeSet<String> aliases = new TreeSet<>();
            List<String> keys = new ArrayList<>();
            for (String k : members.getOrDefault(r, List.of())) {
                Seen s = seen.getOrDefault(k, latest);
                aliases.addAll(spellings.getOrDefault(k, new TreeSet<>()));
                keys.add(s.name.key());
            }
            aliases.remove(id);
            parties.add(
                    new Party(id, latest.name.display(), latest.name.key(), latest.state, List.copyOf(aliases), keys));
        });
        return parties;
    }

    private Seen latest(String r) {
        Seen latest = null;
        for (String k : members.getOrDefault(r, List.of())) {
            Seen s = seen.get(k);
            if (s != null && (latest == null || s.rank > latest.rank)) {
                latest = s;
            }
        }
        if (latest == null) {
            throw new IllegalStateException("an agency without a name: " + r);
        }
        return latest;
    }

    private static String slug(Seen s) {
        return slug(s.state, s.name);
    }

    private static String slug(UsState state, AgencyName name) {
        return Slug.of(expanded(name) + " " + state.name());
    }

    /** "Gulfport PD" is filed under the words it stands for. */
    private static String expanded(AgencyName name) {
        StringBuilder words = new StringBuilder();
        for (String word : name.display().split(" ", -1)) {
            String plain = word.replace(".", "").replace(",", "");
            words.append(
                            switch (plain) {
                                case "PD" -> "Police Department";
                                case "Dept" -> "Department";
                                case "Co" -> "County";
                                case "BOCC" -> "Board of County Commissioners";
                                case "DPS" -> "Department of Public Safety";
                                default -> word;
                            })
                    .append(' ');
        }
        return words.toString();
    }
}
