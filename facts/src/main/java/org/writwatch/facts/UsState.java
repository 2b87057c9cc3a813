package org.writwatch.facts;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A state, the District of Columbia or a territory, with its FIPS number and its name in both languages. */
public enum UsState {
    AL("01", "Alabama", "Alabama"),
    AK("02", "Alaska", "Alaska"),
    AZ("04", "Arizona", "Arizona"),
    AR("05", "Arkansas", "Arkansas"),
    CA("06", "California", "California"),
    CO("08", "Colorado", "Colorado"),
    CT("09", "Connecticut", "Connecticut"),
    DE("10", "Delaware", "Delaware"),
    DC("11", "District of Columbia", "Distrito de Columbia"),
    FL("12", "Florida", "Florida"),
    GA("13", "Georgia", "Georgia"),
    HI("15", "Hawaii", "Hawái"),
    ID("16", "Idaho", "Idaho"),
    IL("17", "Illinois", "Illinois"),
    IN("18", "Indiana", "Indiana"),
    IA("19", "Iowa", "Iowa"),
    KS("20", "Kansas", "Kansas"),
    KY("21", "Kentucky", "Kentucky"),
    LA("22", "Louisiana", "Luisiana"),
    ME("23", "Maine", "Maine"),
    MD("24", "Maryland", "Maryland"),
    MA("25", "Massachusetts", "Massachusetts"),
    MI("26", "Michigan", "Míchigan"),
    MN("27", "Minnesota", "Minnesota"),
    MS("28", "Mississippi", "Misisipi"),
    MO("29", "Missouri", "Misuri"),
    MT("30", "Montana", "Montana"),
    NE("31", "Nebraska", "Nebraska"),
    NV("32", "Nevada", "Nevada"),
    NH("33", "New Hampshire", "Nuevo Hampshire"),
    NJ("34", "New Jersey", "Nueva Jersey"),
    NM("35", "New Mexico", "Nuevo México"),
    NY("36", "New York", "Nueva York"),
    NC("37", "North Carolina", "Carolina del Norte"),
    ND("38", "North Dakota", "Dakota del Norte"),
    OH("39", "Ohio", "Ohio"),
    OK("40", "Oklahoma", "Oklahoma"),
    OR("41", "Oregon", "Oregón"),
    PA("42", "Pennsylvania", "Pensilvania"),
    RI("44", "Rhode Island", "Rhode Island"),
    SC("45", "South Carolina", "Carolina del Sur"),
    SD("46", "South Dakota", "Dakota del Sur"),
    TN("47", "Tennessee", "Tennessee"),
    TX("48", "Texas", "Texas"),
    UT("49", "Utah", "Utah"),
    VT("50", "Vermont", "Vermont"),
    VA("51", "Virginia", "Virginia"),
    WA("53", "Washington", "Washington"),
    WV("54", "West Virginia", "Virginia Occidental"),
    WI("55", "Wisconsin", "Wisconsin"),
    WY("56", "Wyoming", "Wyoming"),
    AS("60", "American Samoa", "Samoa Americana"),
    GU("66", "Guam", "Guam"),
    MP("69", "Northern Mariana Islands", "Islas Marianas del Norte"),
    PR("72", "Puerto Rico", "Puerto Rico"),
    VI("78", "U.S. Virgin Islands", "Islas Vírgenes de EE. UU.");

    private final String fips;
    private final String english;
    private final String spanish;

    UsState(String fips, String english, String spanish) {
        this.fips = fips;
        this.english = english;
        this.spanish = spanish;
    }

    /** The two-digit FIPS number, as text. */
    public String fips() {
        return fips;
    }

    /** The name in English, as the Census Bureau prints it. */
    public String english() {
        return english;
    }

    /** The name in Spanish. */
    public String spanish() {
        return spanish;
    }

    /** The state with this two-digit number. */
    public static Optional<UsState> findByFips(String twoDigits) {
        return Arrays.stream(values()).filter(s -> s.fips.equals(twoDigits)).findFirst();
    }

    /** The state with this postal code or English or Spanish name, in any case; empty when there is none. */
    public static Optional<UsState> find(String text) {
        String wanted = text.strip();
        return Arrays.stream(values())
                .filter(s -> s.name().equals(wanted.toUpperCase(Locale.ROOT))
                        || s.english.equalsIgnoreCase(wanted)
                        || s.spanish.equalsIgnoreCase(wanted))
                .findFirst();
    }
}
