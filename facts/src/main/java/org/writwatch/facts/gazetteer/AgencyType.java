package org.writwatch.facts.gazetteer;

import java.util.Locale;
import java.util.Optional;
import org.writwatch.facts.Reach;

/** The FBI's own eight kinds of agency. */
public enum AgencyType {
    CITY("City"),
    /** A sheriff or a county police department; the FBI does not say which. */
    COUNTY("County"),
    UNIVERSITY("University or College"),
    TRIBAL("Tribal"),
    STATE_POLICE("State Police"),
    OTHER_STATE("Other State Agency"),
    /** School districts, airports, transit, task forces and the rest. */
    OTHER("Other"),
    FEDERAL("Federal");

    private final String published;

    AgencyType(String published) {
        this.published = published;
    }

    /** As the FBI prints it. */
    public String published() {
        return published;
    }

    /** How far such an agency polices; empty for a federal one. */
    public Optional<Reach> reach() {
        return switch (this) {
            case COUNTY -> Optional.of(Reach.COUNTY);
            case STATE_POLICE, OTHER_STATE -> Optional.of(Reach.STATEWIDE);
            case FEDERAL -> Optional.empty();
            default -> Optional.of(Reach.WITHIN_COUNTY);
        };
    }

    static Optional<AgencyType> findPublished(String text) {
        for (AgencyType type : values()) {
            if (type.published.equals(text)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
