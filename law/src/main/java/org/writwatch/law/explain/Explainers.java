package org.writwatch.law.explain;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.writwatch.facts.phrase.Lang;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.facts.problem.NotFound;
import org.writwatch.facts.yaml.Nearest;
import org.writwatch.facts.yaml.YamlMap;
import org.writwatch.law.CertificationStatute;
import org.writwatch.law.Confidence;
import org.writwatch.law.Datum;
import org.writwatch.law.Law;
import org.writwatch.law.ReportingStatute;
import org.writwatch.law.StateMandate;
import org.writwatch.law.explain.Explainer.Basis;
import org.writwatch.law.explain.Explainer.Sentence;
import org.writwatch.law.load.LawFiles;

/**
 * The explainers of a body of law. A sentence names what it rests on by the id of an authority or of a source of
 * {@code explainers/sources.yaml}, or as {@code position:}, {@code reporting:}, {@code certification:} or {@code clock:}
 * and the id of that datum, or as {@code records:} or {@code writ:} and a jurisdiction. An id that leads nowhere is refused
 * with the file and line.
 */
public final class Explainers {
    /** The topics in the order they are listed. */
    public static final List<String> TOPICS = List.of(
            "what-is-287g",
            "three-models",
            "mandamus",
            "stopped",
            "records",
            "slow-case",
            "oversight",
            "history",
            "families",
            "police-misconduct",
            "jail-interview",
            "organizing",
            "public-safety",
            "rebuilding-trust");

    private final Law law;
    private final Map<String, Basis> own;

    private Explainers(Law law) {
        this.law = law;
        this.own = sources(law.files());
    }

    /** The explainers of this law. */
    public static Explainers of(Law law) {
        return new Explainers(law);
    }

    /** The file of a topic, relative to the data folder. */
    public static String file(String topic) {
        return "explainers/" + topic + ".yaml";
    }

    /** Every explainer in order. */
    public List<Explainer> list() {
        return TOPICS.stream().map(this::read).toList();
    }

    /**
     * One topic.
     *
     * @throws NotFound with the topics when there is none of this name
     */
    public Explainer get(String topic) {
        if (!TOPICS.contains(topic)) {
            throw new NotFound(Phrase.of("law", "explain.unknown", topic), Nearest.of(topic, TOPICS, TOPICS.size()));
        }
        return read(topic);
    }

    /** What the explainers alone rest on, by id. */
    public List<Basis> sources() {
        return List.copyOf(own.values());
    }

    private static Map<String, Basis> sources(LawFiles files) {
        YamlMap file = files.read("explainers/sources.yaml");
        Map<String, Basis> all = new LinkedHashMap<>();
        for (YamlMap map : file.maps("sources")) {
            String id = map.text("id");
            boolean verified = map.word("confidence", Confidence.words()).verified();
            map.findText("source_kind");
            if (all.put(id, new Basis(id, map.text("cite"), map.text("source"), verified)) != null) {
                throw map.problem("id", Phrase.of("facts", "yaml.twice", id), Phrase.of("facts", "yaml.each-key-once"));
            }
            map.done();
        }
        file.done();
        return all;
    }

    private Explainer read(String topic) {
        YamlMap file = law.files().read(file(topic));
        String id = file.text("id");
        YamlMap title = file.map("title");
        Map<Lang, String> titles = words(title);
        title.done();
        List<Sentence> sentences = new ArrayList<>();
        for (YamlMap map : file.maps("sentences")) {
            List<Basis> rests = new ArrayList<>();
            for (String source : map.texts("sources")) {
                rests.add(find(source)
                        .orElseThrow(() -> map.problem(
                                "sources",
                                Phrase.of("law", "explain.no-source", source),
                                Phrase.of("law", "explain.source-expected"))));
            }
            sentences.add(new Sentence(words(map), rests));
            map.done();
        }
        file.done();
        return new Explainer(id, titles, sentences);
    }

    private static Map<Lang, String> words(YamlMap map) {
        Map<Lang, String> words = new EnumMap<>(Lang.class);
        words.put(Lang.EN, map.text("en"));
        words.put(Lang.ES, map.text("es"));
        return words;
    }

    private Optional<Basis> find(String id) {
        int colon = id.indexOf(':');
        if (colon < 0) {
            return Optional.ofNullable(own.get(id))
                    .or(() -> law.findAuthority(id)
                            .map(a -> new Basis(
                                    id, a.printed(), a.source(), a.confidence().verified())));
        }
        String kind = id.substring(0, colon);
        String rest = id.substring(colon + 1);
        return switch (kind) {
            case "position" ->
                law.mandates().stream()
                        .filter(m -> m.id().equals(rest))
                        .findFirst()
                        .map(m -> position(id, m));
            case "reporting" ->
                law.reporting().stream()
                        .filter(r -> r.id().equals(rest))
                        .findFirst()
                        .map(r -> reporting(id, r));
            case "certification" ->
                law.certification().stream()
                        .filter(c -> c.id().equals(rest))
                        .findFirst()
                        .map(c -> certification(id, c));
            case "clock" ->
                law.clocks().stream()
                        .filter(c -> c.id().equals(rest))
                        .findFirst()
                        .map(c -> datum(id, c.datum(), c.id()));
            case "records" ->
                known(rest)
                        .map(c -> datum(
                                id,
                                law.records(c).get("response_deadline"),
                                law.records(c).statute()));
            case "writ" -> known(rest).map(c -> datum(id, law.jurisdiction(c).get("elements"), c));
            default -> Optional.empty();
        };
    }

    private static Optional<String> known(String code) {
        return Optional.of(code).filter(Law.codes()::contains);
    }

    private static Basis position(String id, StateMandate m) {
        return new Basis(
                id, m.printed(), String.join(" ; ", m.sources()), m.confidence().verified());
    }

    private static Basis reporting(String id, ReportingStatute r) {
        return new Basis(
                id, r.printed(), r.datum().source(), r.datum().confidence().verified());
    }

    private static Basis certification(String id, CertificationStatute c) {
        return new Basis(
                id, c.printed(), c.datum().source(), c.datum().confidence().verified());
    }

    private static Basis datum(String id, Datum datum, String cite) {
        return new Basis(
                id,
                datum.authority().orElse(cite),
                datum.source(),
                datum.confidence().verified());
    }
}
