package org.writwatch.agreements.memo;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.writwatch.agreements.Model;

/**
 * Which form a memorandum is written on, and how sure that is. Told from the words alone, never from the file's name.
 *
 * @param template generation of the form: "JEM-2025"
 * @param model which of the three
 * @param share of the form's runs of four words found in the memorandum, 0 to 1
 * @param rival the closest form of another model
 * @param rivalShare the same share for the rival
 */
public record Recognition(String template, Model model, double share, String rival, double rivalShare) {
    private static final int RUN = 4;

    /** Below this share the text is no memorandum on a known form. */
    static final double ENOUGH = 0.2;

    public Recognition {
        if (!(share >= 0 && share <= 1) || !(rivalShare >= 0 && rivalShare <= 1)) {
            throw new IllegalArgumentException("shares lie between 0 and 1: " + share + ", " + rivalShare);
        }
    }

    /** How sure the model is, 0 to 1: the part of the evidence that the closest other model does not share. */
    public double confidence() {
        return share == 0 ? 0 : Math.max(0, share - rivalShare) / share;
    }

    /** A form, its runs of words, and the share of them that a memorandum holds. */
    private record Fit(Form form, Set<String> runs, double share) {}

    /** The best form for a run of folded keys; empty when none fits well enough. */
    static Optional<Recognition> of(List<String> keys) {
        Set<String> text = runs(keys);
        List<Fit> fits = Forms.bundled().list().stream()
                .map(e -> fit(e.form(), text))
                .sorted(Comparator.comparingDouble(Fit::share).reversed())
                .toList();
        if (fits.get(0).share() < ENOUGH) {
            return Optional.empty();
        }
        Fit kept = sibling(fits, text);
        Fit rival = fits.stream()
                .filter(f -> f.form().model() != kept.form().model())
                .findFirst()
                .orElse(kept);
        return Optional.of(new Recognition(
                kept.form().template(),
                kept.form().model(),
                kept.share(),
                rival.form().template(),
                rival.share()));
    }

    /** Among forms of one model only the words that one prints and the other does not can decide. */
    private static Fit sibling(List<Fit> fits, Set<String> text) {
        Fit kept = fits.get(0);
        for (Fit other : fits) {
            if (other.form().model() == kept.form().model()
                    && !other.form().template().equals(kept.form().template())) {
                Set<String> mine = new HashSet<>(kept.runs());
                Set<String> theirs = new HashSet<>(other.runs());
                mine.removeAll(other.runs());
                theirs.removeAll(kept.runs());
                if (share(theirs, text) > share(mine, text)) {
                    kept = other;
                }
            }
        }
        return kept;
    }

    private static Fit fit(Form form, Set<String> text) {
        Set<String> runs = runs(form.ownKeys());
        return new Fit(form, runs, share(runs, text));
    }

    private static double share(Set<String> of, Set<String> in) {
        if (of.isEmpty()) {
            return 0;
        }
        long found = of.stream().filter(in::contains).count();
        return (double) found / of.size();
    }

    private static Set<String> runs(List<String> keys) {
        List<String> words = keys.stream().filter(k -> !k.isEmpty()).toList();
        Set<String> runs = new HashSet<>();
        for (int i = 0; i + RUN <= words.size(); i++) {
            runs.add(String.join(" ", words.subList(i, i + RUN)));
        }
        return runs;
    }
}
