package org.writwatch.app.estimate;

import static org.writwatch.app.estimate.SpecFile.number;
import static org.writwatch.app.estimate.SpecFile.parsed;
import static org.writwatch.app.estimate.SpecFile.word;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.writwatch.estimates.honest.HonestPath;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.facts.problem.BadInput;
import org.writwatch.facts.yaml.YamlMap;

/** What a specification file asks for. Keys left out take the defaults of the contract; unknown keys and values are refused by line. */
final class Specification implements Cloneable {
    /** Designs by their name in the file. */
    enum Design {
        CALLAWAY_SANTANNA,
        SUN_ABRAHAM,
        IMPUTATION,
        TWO_STAGE,
        ROTH_SANTANNA,
        TWFE,
        POISSON,
        BACON,
        ETWFE_POISSON,
        DRDID,
        ONE_PLACE,
        SYNTHETIC_CONTROL,
        SYNTHETIC_DID,
        INTERRUPTED_TIME_SERIES,
        CHANGE_POINT,
        HONEST;

        String word() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }

        /** Whether it reads when treatment began, and can take that from a treatment column. */
        boolean needsStart() {
            return this == CALLAWAY_SANTANNA
                    || this == SUN_ABRAHAM
                    || this == IMPUTATION
                    || this == TWO_STAGE
                    || this == ROTH_SANTANNA
                    || this == ETWFE_POISSON;
        }

        /** Whether its outcome is a count. */
        boolean counts() {
            return this == POISSON || this == ETWFE_POISSON;
        }

        boolean onePlace() {
            return this == ONE_PLACE
                    || this == SYNTHETIC_CONTROL
                    || this == SYNTHETIC_DID
                    || this == INTERRUPTED_TIME_SERIES
                    || this == CHANGE_POINT;
        }
    }

    final String file;
    final Path data;
    final Design design;
    final @Nullable String unit;
    final String time;
    String outcome;

    @Nullable String firstTreated;

    final List<String> covariates;
    List<String> otherOutcomes;
    List<String> negativeControls;
    List<Integer> placeboDates;
    final String estimator;
    final boolean neverTreatedOnly;
    final boolean universal;
    final double anticipation;
    final String panel;

    @Nullable String treated;

    final @Nullable String post;
    final List<String> fixedEffects;
    final @Nullable String weights;
    final @Nullable String offset;
    final String standardErrors;
    final List<String> cluster;
    final double @Nullable [] eventWindow;
    final boolean binEnds;
    final @Nullable Double balance;
    final @Nullable String referenceCohort;
    final double @Nullable [] horizons;
    final double @Nullable [] pretrends;
    final List<String> treatedUnits;

    @Nullable RowFilter where;

    Set<String> aggregate;
    final double confidence;
    boolean uniform;
    final int draws;
    final String bootstrap;
    final long seed;

    @Nullable Sensitivity sensitivity;

    private Specification(Path path, YamlMap y) {
        this.file = String.valueOf(path.getFileName());
        Path folder = Optional.ofNullable(path.getParent()).orElse(Path.of(""));
        Map<String, Design> designs = new LinkedHashMap<>();
        for (Design d : Design.values()) {
            designs.put(d.word(), d);
        }
        this.design = y.word("design", designs);
        boolean honest = design == Design.HONEST;
        Optional<String> study = y.findText("event_study");
        if (study.isPresent() && !honest) {
            throw y.problem(
                    "event_study",
                    Phrase.of("facts", "yaml.value", study.get(), "event_study"),
                    Phrase.of("app", "estimate.event-study.expected"));
        }
        Optional<String> table = y.findText("data");
        this.data = folder.resolve(study.or(() -> table).orElseGet(() -> y.text(honest ? "event_study" : "data")));
        this.panel = word(y, "panel", "balanced", "unbalanced", "repeated-cross-section");
        boolean sections = panel.equals("repeated-cross-section");
        this.unit = honest || sections || design == Design.INTERRUPTED_TIME_SERIES || design == Design.CHANGE_POINT
                ? y.findText("unit").orElse(null)
                : y.text("unit");
        this.time = honest ? y.findText("time").orElse("time") : y.text("time");
        this.outcome = honest ? y.findText("outcome").orElse("beta") : y.text("outcome");
        this.firstTreated = y.findText("first_treated").orElse(null);
        this.covariates = y.texts("covariates");
        this.otherOutcomes = y.texts("other_outcomes");
        this.negativeControls = y.texts("negative_controls");
        this.placeboDates = placeboDates(y);
        this.estimator = word(y, "estimator", "dr", "ipw", "reg", "improved", "traditional", "ipw-raw", "twfe");
        this.neverTreatedOnly =
                word(y, "control_group", "nevertreated", "notyettreated").equals("nevertreated");
        this.universal = word(y, "base_period", "universal", "varying").equals("universal");
        this.anticipation = number(y, "anticipation").orElse(0.0);
        if (anticipation < 0) {
            throw y.problem(
                    "anticipation",
                    Phrase.of("facts", "yaml.value", Numbers.plain(anticipation), "anticipation"),
                    Phrase.of("app", "estimate.bound.expected"));
        }
        this.treated = y.findText("treated").orElse(null);
        this.post = y.findText("post").orElse(null);
        this.fixedEffects = y.has("fixed_effects") ? y.texts("fixed_effects") : List.of("unit", "time");
        this.weights = y.findText("weights").orElse(null);
        this.offset = y.findText("offset").orElse(null);
        this.standardErrors = word(y, "standard_errors", "cluster", "iid", "hc1", "none");
        this.cluster = y.texts("cluster");
        this.eventWindow = numbers(y, "event_window");
        if (eventWindow != null && (eventWindow.length != 2 || !(eventWindow[0] <= eventWindow[1]))) {
            throw y.problem(
                    "event_window",
                    Phrase.of("facts", "yaml.value", String.join(", ", y.texts("event_window")), "event_window"),
                    Phrase.of("app", "estimate.window.expected"));
        }
        this.binEnds = truth(y, "bin_ends", false);
        this.balance = number(y, "balance_event_time").orElse(null);
        this.referenceCohort = y.findText("reference_cohort").orElse(null);
        this.horizons = numbers(y, "horizons");
        this.pretrends = numbers(y, "pretrends");
        this.treatedUnits = y.texts("treated_unit");
        this.where =
                y.findText("where").map(w -> RowFilter.of(file + " where", w)).orElse(null);
        List<String> averages =
                y.has("aggregate") ? y.texts("aggregate") : List.of("simple", "dynamic", "group", "calendar");
        for (String a : averages) {
            if (!List.of("simple", "dynamic", "group", "calendar").contains(a)) {
                throw y.problem(
                        "aggregate",
                        Phrase.of("facts", "yaml.value", a, "aggregate"),
                        Phrase.of("facts", "yaml.one-of", "simple, dynamic, group, calendar"));
            }
        }
        this.aggregate = new LinkedHashSet<>(averages);
        this.confidence = number(y, "confidence").orElse(0.95);
        if (!(confidence > 0.5 && confidence < 1)) {
            throw y.problem(
                    "confidence",
                    Phrase.of("facts", "yaml.value", Double.toString(confidence), "confidence"),
                    Phrase.of("app", "estimate.confidence.expected"));
        }
        this.uniform = word(y, "bands", "uniform", "pointwise").equals("uniform");
        Optional<YamlMap> boot = y.findMap("bootstrap");
        this.draws = boot.flatMap(b -> b.findInteger("draws")).orElse(0);
        if (draws < 0 || draws > 1_000_000 || (draws > 0 && draws < 100)) {
            throw boot.orElse(y)
                    .problem(
                            "draws",
                            Phrase.of("facts", "yaml.value", Integer.toString(draws), "draws"),
                            Phrase.of("app", "estimate.draws.expected"));
        }
        this.bootstrap = boot.map(
                        b -> word(b, "kind", "multiplier", "wild-cluster", "jackknife", "placebo", "bootstrap"))
                .orElse("");
        this.seed = boot.flatMap(b -> b.findInteger("seed")).orElse(287);
        boot.ifPresent(YamlMap::done);
        Optional<YamlMap> bounds = y.findMap("sensitivity");
        this.sensitivity = bounds.map(Specification::sensitivity).orElse(honest ? Sensitivity.USUAL : null);
        y.done();
    }

    /**
     * The same question reduced to its headline number: of another outcome, on rows already chosen; no averages but the one over everything,
     * no bands, no sensitivity, no companions.
     */
    Specification headline(String of) {
        try {
            Specification s = (Specification) clone();
            s.outcome = of;
            s.where = null;
            s.aggregate = Set.of("simple");
            s.uniform = false;
            s.sensitivity = null;
            s.otherOutcomes = List.of();
            s.negativeControls = List.of();
            s.placeboDates = List.of();
            return s;
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The headline question with starts from another column. */
    Specification headline(String of, String starts) {
        Specification s = headline(of);
        s.firstTreated = starts;
        s.treated = null;
        return s;
    }

    private static List<Integer> placeboDates(YamlMap y) {
        List<Integer> all = new ArrayList<>();
        for (String t : y.texts("placebo_dates")) {
            if (!t.matches("[1-9]\\d{0,3}")) {
                throw y.problem(
                        "placebo_dates",
                        Phrase.of("facts", "yaml.value", t, "placebo_dates"),
                        Phrase.of("app", "estimate.placebo-dates.expected"));
            }
            all.add(Integer.valueOf(t));
        }
        return all;
    }

    /**
     * Reads a file.
     *
     * @throws BadInput naming file, line, what stands there and what is expected
     */
    static Specification read(Path path) {
        return SpecFile.read(path, y -> new Specification(path, y));
    }

    /** A refusal of one key's absence. */
    BadInput needs(String key) {
        return SpecFile.needs(file, key);
    }

    /** A refusal of a value the design has no meaning for. */
    BadInput refuse(String key, String value, String choices) {
        return new BadInput(
                file,
                Phrase.of("facts", "yaml.value", value, key),
                Phrase.of("facts", "yaml.one-of", choices),
                Phrase.of("facts", "yaml.correct-file"));
    }

    /** Every column the design reads, in a fixed order. */
    List<String> columns() {
        Set<String> all = new LinkedHashSet<>();
        for (String c : new @Nullable String[] {unit, time, outcome, firstTreated, treated, post, weights, offset}) {
            if (c != null) {
                all.add(c);
            }
        }
        all.addAll(covariates);
        all.addAll(otherOutcomes);
        all.addAll(negativeControls);
        all.addAll(cluster);
        if (design == Design.TWFE || design == Design.POISSON) {
            fixedEffects.stream()
                    .filter(f -> !f.equals("unit") && !f.equals("time"))
                    .forEach(all::add);
        }
        if (where != null) {
            all.addAll(where.columns());
        }
        return new ArrayList<>(all);
    }

    private static Sensitivity sensitivity(YamlMap y) {
        boolean relative = word(y, "type", "relative-magnitude", "smoothness").equals("relative-magnitude");
        String key = relative ? "mbar" : "m";
        double[] bounds = numbers(y, key);
        if (bounds == null || bounds.length == 0) {
            bounds = relative ? Sensitivity.USUAL.bounds() : new double[] {0};
        }
        for (double b : bounds) {
            if (b < 0) {
                throw y.problem(
                        key,
                        Phrase.of("facts", "yaml.value", Numbers.plain(b), key),
                        Phrase.of("app", "estimate.bound.expected"));
            }
        }
        Map<String, List<HonestPath.Method>> methods = new LinkedHashMap<>();
        methods.put("flci", List.of(HonestPath.Method.FIXED_LENGTH));
        methods.put("c-lf", List.of(HonestPath.Method.HYBRID));
        methods.put("conditional", List.of(HonestPath.Method.CONDITIONAL));
        if (relative) {
            methods.remove("flci");
        }
        List<HonestPath.Method> how = y.findWord("method", methods)
                .orElse(
                        relative
                                ? List.of(HonestPath.Method.HYBRID)
                                : List.of(HonestPath.Method.FIXED_LENGTH, HonestPath.Method.HYBRID));
        y.done();
        return new Sensitivity(relative, bounds, how);
    }

    private static boolean truth(YamlMap y, String key, boolean otherwise) {
        return y.findWord(key, Map.of("true", true, "false", false)).orElse(otherwise);
    }

    private static double @Nullable [] numbers(YamlMap y, String key) {
        return y.has(key)
                ? y.texts(key).stream().mapToDouble(t -> parsed(y, key, t)).toArray()
                : null;
    }
}
