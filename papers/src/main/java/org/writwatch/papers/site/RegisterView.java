package org.writwatch.papers.site;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.writwatch.agreements.Agreement;
import org.writwatch.agreements.AgreementStatus;
import org.writwatch.agreements.Model;
import org.writwatch.facts.UsState;
import org.writwatch.papers.page.Verdict;

/**
 * Every agreement on any list, to be filtered by state, kind, how it stands and the year in which a list first had it.
 *
 * @param agreements in the order they are shown
 */
public record RegisterView(List<Agreement> agreements) {
    public RegisterView {
        agreements = agreements.stream()
                .sorted(Comparator.comparing((Agreement a) -> a.agency().state().english())
                        .thenComparing(a -> a.agency().name())
                        .thenComparing(Agreement::id))
                .toList();
    }

    /** How an agreement stands, as the word that filters by it. */
    public static Verdict stands(Agreement agreement) {
        AgreementStatus status = agreement.status();
        if (status instanceof AgreementStatus.Active) {
            return Verdict.YES;
        } else if (status instanceof AgreementStatus.NotSeen) {
            return Verdict.NO_LONGER_LISTED;
        }
        return status instanceof AgreementStatus.Ended ? Verdict.ENDED : Verdict.APPLIED;
    }

    /** The year in which a list first had it. */
    public static String since(Agreement agreement) {
        return String.valueOf(agreement.firstListed().getYear());
    }

    /** The states that have an agreement, in the order of the rows. */
    public List<UsState> states() {
        return all(a -> a.agency().state()).distinct().toList();
    }

    /** The kinds there are. */
    public List<Model> models() {
        return all(Agreement::model).distinct().sorted().toList();
    }

    /** The ways in which they stand. */
    public List<Verdict> standings() {
        return all(RegisterView::stands).distinct().sorted().toList();
    }

    /** The years in which one was first listed, newest first. */
    public List<String> years() {
        return List.copyOf(new TreeSet<>(all(RegisterView::since).toList()).descendingSet());
    }

    private <T> Stream<T> all(Function<Agreement, T> of) {
        return agreements.stream().map(of);
    }

    /** The rules by which the page filters itself where no script runs: a style, for browsers that know {@code :has}. */
    public String style() {
        Map<String, List<String>> choices = new LinkedHashMap<>();
        choices.put("state", states().stream().map(UsState::name).toList());
        choices.put("model", models().stream().map(Model::name).toList());
        choices.put("status", standings().stream().map(Verdict::key).toList());
        choices.put("since", years());
        StringBuilder css = new StringBuilder();
        choices.forEach((key, values) -> values.forEach(v -> css.append("body:has(#g-" + key + " option[value=\"" + v
                + "\"]:checked) .register tbody tr:not([data-" + key + "=\"" + v + "\"]) { display: none; }\n")));
        return css + "@supports not selector(:has(a)) { .needs-has:not(.is-on) { display: none; } }\n";
    }
}
