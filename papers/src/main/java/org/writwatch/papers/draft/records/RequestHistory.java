package org.writwatch.papers.draft.records;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the signer says happened between the requester and the agency. It starts empty, and nothing is ever assumed into
 * it.
 *
 * @param petitioner name of the person who sues; a gap when empty
 * @param request the written request
 * @param delivery its arrival at the agency
 * @param refusal the agency's refusal, in whole or part
 * @param lapse the day on which the time to answer had run out without an answer
 * @param steps the steps before suit that were taken, by the law room's id of each; the appeal is {@link #APPEAL}
 */
public record RequestHistory(
        Optional<String> petitioner,
        Optional<Event> request,
        Optional<Event> delivery,
        Optional<Event> refusal,
        Optional<Event> lapse,
        Map<String, Event> steps) {
    /** Id of the appeal inside the administration. */
    public static final String APPEAL = "appeal";

    public RequestHistory {
        steps = Collections.unmodifiableMap(new TreeMap<>(steps));
    }

    /** Nothing has happened yet. */
    public static RequestHistory empty() {
        return new RequestHistory(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Map.of());
    }
}
