package org.writwatch.law;

import java.util.List;

/**
 * What the state's own law says about holding people for ICE or joining 287(g), whatever a local agreement says.
 *
 * @param state postal code
 * @param position which way it points
 * @param cite the statute or act
 * @param text what it requires or forbids, in the data's words
 * @param confidence how it was checked
 * @param sources where it was read
 */
public record StateMandate(
        String state, Position position, String cite, String text, Confidence confidence, List<String> sources) {
    /** Which way a state's law points. */
    public enum Position {
        /** Requires joining, holding or reporting. */
        REQUIRES,
        /** Forbids or limits. */
        FORBIDS,
        /** Proposed, partial or an opinion only. */
        PARTIAL
    }

    public StateMandate {
        sources = List.copyOf(sources);
    }
}
