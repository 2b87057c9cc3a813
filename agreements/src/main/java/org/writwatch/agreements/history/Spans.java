package org.writwatch.agreements.history;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.writwatch.agreements.roster.MemoLink;

/**
 * Cuts the steps of one agency and model into agreements: each signing is one.
 *
 * <p>A newer date alone is no new signing: ICE has corrected the printed date of 82 agreements, most by one day while
 * the link was pending. It is one when the agreement had been off the list and the date is later than the last day it
 * stood there, when another memorandum is linked and the date is more than a month later, or when the two stand in
 * lists that cannot be compared and print different dates.
 */
final class Spans {
    private static final int NEW_MEMO_DAYS = 31;

    private Spans() {}

    /** The steps of each agreement, in order; none is empty. */
    static List<List<Step>> cut(List<Step> steps, Timeline timeline) {
        List<List<Step>> spans = new ArrayList<>();
        Optional<LocalDate> signed = Optional.empty();
        Optional<String> memo = Optional.empty();
        Step before = null;
        for (Step step : steps) {
            if (before != null
                    && before.to() + 1 == step.from()
                    && before.last().isLike(step.first())) {
                spans.get(spans.size() - 1).add(step);
                before = step;
                continue;
            }
            if (before == null || isNew(before, step, signed, memo, timeline)) {
                spans.add(new ArrayList<>());
                signed = Optional.empty();
                memo = Optional.empty();
            }
            spans.get(spans.size() - 1).add(step);
            signed = step.last().signed().or(keep(signed));
            memo = step.last().memo().map(MemoLink::key).or(keep(memo));
            before = step;
        }
        return spans;
    }

    private static boolean isNew(
            Step before, Step step, Optional<LocalDate> signed, Optional<String> memo, Timeline timeline) {
        Optional<LocalDate> now = step.first().signed();
        if (signed.isEmpty() || now.isEmpty()) {
            return false;
        }
        if (timeline.get(before.to()).family() != timeline.get(step.from()).family()) {
            return !now.equals(signed);
        }
        boolean absent = step.from() > before.to() + 1;
        if (absent && now.get().isAfter(timeline.get(before.to()).until())) {
            return true;
        }
        Optional<String> link = step.first().memo().map(MemoLink::key);
        return link.isPresent()
                && memo.isPresent()
                && !link.equals(memo)
                && now.get().isAfter(signed.get().plusDays(NEW_MEMO_DAYS));
    }

    private static <T> java.util.function.Supplier<Optional<T>> keep(Optional<T> value) {
        return () -> value;
    }
}
