package org.writwatch.agreements.memo;

import org.writwatch.facts.phrase.Phrase;

/** What a duty is about, in the order a reader wants it. */
public enum Topic {
    /** What officers may do. */
    POWERS,
    /** Who may become a trained officer. */
    OFFICERS,
    TRAINING,
    /** Certificates, letters, credentials, and how they end. */
    AUTHORIZATION,
    /** Taking, holding and handing over people. */
    CUSTODY,
    SUPERVISION,
    INTERPRETERS,
    CIVIL_RIGHTS,
    COMPLAINTS,
    /** Meetings, reviews and statistics. */
    OVERSIGHT,
    /** What may be told to whom. */
    INFORMATION,
    COSTS,
    LIABILITY,
    CHANGE_AND_END;

    /** Its name for a heading. */
    public Phrase phrase() {
        return Phrase.of("agreements", "memo.topic." + name());
    }
}
