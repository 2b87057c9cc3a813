package org.writwatch.facts.yaml;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.facts.problem.BadInput;
import org.writwatch.facts.problem.MachineFailure;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A mapping of a YAML file that remembers where each key stands.
 *
 * <p>Ask for what is expected, then call {@link #done()}: whatever was not asked for is refused with its line and the
 * nearest key that was. Anchors, aliases, tags, keys given twice and nesting beyond 20 are refused, so a hostile file
 * costs no more than its own length (at most 256 Ki characters). For use by one thread.
 */
public final class YamlMap {
    private static final int MOST_CHARACTERS = 256 * 1024;
    private static final int DEEPEST = 20;

    private final String file;
    private final int line;
    private final MappingNode whole;
    private final Map<String, Node> entries = new LinkedHashMap<>();
    private final Map<String, Integer> lines = new LinkedHashMap<>();
    private final Set<String> asked = new LinkedHashSet<>();

    private YamlMap(String file, MappingNode node) {
        this.file = file;
        this.line = node.getStartMark().getLine() + 1;
        this.whole = node;
        for (NodeTuple tuple : node.getValue()) {
            int at = tuple.getKeyNode().getStartMark().getLine() + 1;
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                throw problem(at, Phrase.of("facts", "yaml.odd-key"), Phrase.of("facts", "yaml.plain-key"));
            }
            if (entries.put(key.getValue(), plain(tuple.getValueNode())) != null) {
                throw problem(
                        at, Phrase.of("facts", "yaml.twice", key.getValue()), Phrase.of("facts", "yaml.each-key-once"));
            }
            lines.put(key.getValue(), at);
        }
    }

    /**
     * Reads a file whose outermost value is a mapping.
     *
     * @param file name for messages, never an absolute path
     * @throws BadInput when the text is no YAML of that kind
     */
    public static YamlMap read(String file, Reader text) {
        LoaderOptions limits = new LoaderOptions();
        limits.setCodePointLimit(MOST_CHARACTERS);
        limits.setNestingDepthLimit(DEEPEST);
        limits.setMaxAliasesForCollections(0);
        limits.setAllowRecursiveKeys(false);
        try {
            Node root = new Yaml(limits).compose(new StringReader(whole(file, text)));
            if (root instanceof MappingNode map) {
                return new YamlMap(file, map);
            }
        } catch (MarkedYAMLException e) {
            int at = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            String said = e.getProblem() == null ? "not YAML" : e.getProblem();
            throw new BadInput(
                    file + " line " + at,
                    Phrase.of("facts", "yaml.unreadable", said),
                    Phrase.of("facts", "yaml.readable"),
                    Phrase.of("facts", "yaml.correct-line"));
        } catch (YAMLException e) {
            throw tooMuch(file);
        } catch (CharacterCodingException e) {
            throw new BadInput(
                    file,
                    Phrase.of("facts", "yaml.not-utf-8"),
                    Phrase.of("facts", "yaml.utf-8"),
                    Phrase.of("facts", "yaml.save-utf-8"));
        } catch (IOException e) {
            throw new MachineFailure(Phrase.of("facts", "file.unreadable", file), e);
        }
        throw new BadInput(
                file,
                Phrase.of("facts", "yaml.no-mapping"),
                Phrase.of("facts", "yaml.mapping"),
                Phrase.of("facts", "yaml.correct-file"));
    }

    /** All of a text, or a refusal as soon as it is longer than any file of ours could be. */
    private static String whole(String file, Reader text) throws IOException {
        char[] room = new char[MOST_CHARACTERS + 1];
        int filled = 0;
        for (int n = 0; n >= 0 && filled < room.length; n = text.read(room, filled, room.length - filled)) {
            filled += n;
        }
        if (filled == room.length) {
            throw tooMuch(file);
        }
        return new String(room, 0, filled);
    }

    private static BadInput tooMuch(String file) {
        return new BadInput(
                file,
                Phrase.of("facts", "yaml.too-much"),
                Phrase.of("facts", "yaml.readable"),
                Phrase.of("facts", "yaml.correct-file"));
    }

    /** The keys in the order of the file. */
    public List<String> keys() {
        return List.copyOf(entries.keySet());
    }

    /** Whether the key is there with a value other than null; counts as asked. */
    public boolean has(String key) {
        return find(key).isPresent();
    }

    /** A scalar as it is written. */
    public String text(String key) {
        return findText(key).orElseThrow(() -> missing(key));
    }

    /** A scalar as it is written, when the key is there and not null. */
    public Optional<String> findText(String key) {
        return find(key).map(n -> scalar(key, n));
    }

    /** Whether the scalar was written in quotes; false when there is none. */
    public boolean quoted(String key) {
        return entries.get(key) instanceof ScalarNode s && !s.isPlain();
    }

    /** A list of scalars, or one scalar as a list of one; empty when the key is absent. */
    public List<String> texts(String key) {
        Optional<Node> node = find(key);
        if (node.isEmpty()) {
            return List.of();
        }
        if (node.get() instanceof SequenceNode list) {
            return list.getValue().stream().map(n -> scalar(key, plain(n))).toList();
        }
        return List.of(scalar(key, node.get()));
    }

    /** A whole number. */
    public int integer(String key) {
        return findInteger(key).orElseThrow(() -> missing(key));
    }

    /** A whole number, when there is one. */
    public Optional<Integer> findInteger(String key) {
        return findText(key).map(t -> {
            try {
                return Integer.valueOf(t);
            } catch (NumberFormatException e) {
                throw problem(key, Phrase.of("facts", "yaml.value", t, key), Phrase.of("facts", "yaml.whole-number"));
            }
        });
    }

    /** A date written year-month-day. */
    public Optional<LocalDate> findDate(String key) {
        return findText(key).map(t -> {
            try {
                return LocalDate.parse(t);
            } catch (DateTimeParseException e) {
                throw problem(key, Phrase.of("facts", "yaml.value", t, key), Phrase.of("facts", "yaml.date"));
            }
        });
    }

    /** One of a closed set of words. */
    public <T> T word(String key, Map<String, T> words) {
        return findWord(key, words).orElseThrow(() -> missing(key));
    }

    /** One of a closed set of words, when the key is there. */
    public <T> Optional<T> findWord(String key, Map<String, T> words) {
        return findText(key).map(t -> {
            T found = words.get(t);
            if (found == null) {
                throw problem(
                        key,
                        Phrase.of("facts", "yaml.value", t, key),
                        Phrase.of("facts", "yaml.one-of", String.join(", ", new TreeSet<>(words.keySet()))));
            }
            return found;
        });
    }

    /** A mapping under the key. */
    public YamlMap map(String key) {
        return findMap(key).orElseThrow(() -> missing(key));
    }

    /** A mapping under the key, when there is one. */
    public Optional<YamlMap> findMap(String key) {
        return find(key).map(n -> mapping(key, n));
    }

    /** A list of mappings; empty when the key is absent. */
    public List<YamlMap> maps(String key) {
        return find(key)
                .map(n -> sequence(key, n).stream().map(m -> mapping(key, m)).toList())
                .orElse(List.of());
    }

    /** A list whose members are scalars or mappings, each turned into the same thing. */
    public <T> List<T> mixed(String key, Function<String, T> ofText, Function<YamlMap, T> ofMap) {
        List<T> all = new ArrayList<>();
        find(key).ifPresent(n -> sequence(key, n).forEach(m -> all.add(either(m, ofText, ofMap))));
        return all;
    }

    /** A scalar or a mapping, turned into the same thing. */
    public <T> T either(String key, Function<String, T> ofText, Function<YamlMap, T> ofMap) {
        return either(find(key).orElseThrow(() -> missing(key)), ofText, ofMap);
    }

    /**
     * Refuses what was not asked for.
     *
     * @throws BadInput naming file, line, key and the nearest key
     */
    public void done() {
        for (String key : entries.keySet()) {
            if (!asked.contains(key)) {
                throw problem(
                        key,
                        Phrase.of("facts", "yaml.unknown-key", key),
                        Phrase.of("facts", "yaml.nearest", String.join(", ", Nearest.of(key, asked, 3))));
            }
        }
    }

    /** The mapping as something else, checked as all of it is: keys are plain texts. */
    public <T> T as(Function<Node, T> other) {
        return other.apply(whole);
    }

    /** File and line where the mapping begins. */
    public String where() {
        return file + " line " + line;
    }

    /** A refusal of the value at the key. */
    public BadInput problem(String key, Phrase found, Phrase expected) {
        return problem(lines.getOrDefault(key, line), found, expected);
    }

    private BadInput problem(int at, Phrase found, Phrase expected) {
        return new BadInput(file + " line " + at, found, expected, Phrase.of("facts", "yaml.correct-line"));
    }

    private BadInput missing(String key) {
        return problem(line, Phrase.of("facts", "yaml.missing", key), Phrase.of("facts", "yaml.needed", key));
    }

    private Optional<Node> find(String key) {
        asked.add(key);
        Node node = entries.get(key);
        boolean isNull = node instanceof ScalarNode s && s.getTag().equals(Tag.NULL);
        return node == null || isNull ? Optional.empty() : Optional.of(node);
    }

    private <T> T either(Node node, Function<String, T> ofText, Function<YamlMap, T> ofMap) {
        Node checked = plain(node);
        return checked instanceof MappingNode m ? ofMap.apply(new YamlMap(file, m)) : ofText.apply(scalar("", checked));
    }

    private String scalar(String key, Node node) {
        if (node instanceof ScalarNode s) {
            return s.getValue();
        }
        throw problem(
                node.getStartMark().getLine() + 1,
                Phrase.of("facts", "yaml.no-text", key),
                Phrase.of("facts", "yaml.one-text"));
    }

    private YamlMap mapping(String key, Node node) {
        if (plain(node) instanceof MappingNode m) {
            return new YamlMap(file, m);
        }
        throw problem(
                node.getStartMark().getLine() + 1,
                Phrase.of("facts", "yaml.no-map", key),
                Phrase.of("facts", "yaml.mapping"));
    }

    private List<Node> sequence(String key, Node node) {
        if (node instanceof SequenceNode s) {
            return s.getValue();
        }
        throw problem(
                node.getStartMark().getLine() + 1,
                Phrase.of("facts", "yaml.no-list", key),
                Phrase.of("facts", "yaml.list"));
    }

    /** Only YAML's own plain kinds: no private tags. Aliases are refused when the file is read. */
    private Node plain(Node node) {
        if (node.getAnchor() != null || !node.getTag().startsWith(Tag.PREFIX)) {
            throw problem(
                    node.getStartMark().getLine() + 1,
                    Phrase.of("facts", "yaml.odd-value"),
                    Phrase.of("facts", "yaml.plain-value"));
        }
        return node;
    }
}
