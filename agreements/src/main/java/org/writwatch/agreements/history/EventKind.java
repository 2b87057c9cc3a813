package org.writwatch.agreements.history;

import java.util.Optional;

/** What can happen to an agreement, as far as published lists show it. */
public enum EventKind {
    /** The agency stands on a list of pending applications for the first time. */
    PENDING("pending"),
    /** It stands on a list of agreements for the first time. */
    LISTED("listed"),
    /** The same agency and model with a newer signing date after an absence or with a new memorandum. */
    RE_SIGNED("re-signed"),
    /** A memorandum is linked for the first time, or another one than before. */
    MEMORANDUM_POSTED("memorandum posted"),
    /** Another signing date is printed for the same agreement. */
    DATE_CORRECTED("date corrected"),
    /** Another state is printed for the same agreement. */
    STATE_CORRECTED("state corrected"),
    /** The name of the agency is spelt or worded otherwise. */
    RENAMED("renamed"),
    /** Another office of the place, or another model, is named for what was signed on the same day. */
    RELABELLED("relabelled"),
    /** Not on one or two lists. */
    ABSENT("absent"),
    /** On the list again. */
    RELISTED("relisted"),
    /** Not on the list any more while the agency is, with another model. */
    MODEL_DROPPED("model dropped"),
    /** Not on the list any more; nothing says why. */
    GONE("gone from list"),
    /** Ended, and a document says so. */
    TERMINATED("terminated");

    private final String code;

    EventKind(String code) {
        this.code = code;
    }

    /** The word for it in tables. */
    public String code() {
        return code;
    }

    /** The kind with this word. */
    public static Optional<EventKind> find(String code) {
        for (EventKind kind : values()) {
            if (kind.code.equals(code)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
