package org.writwatch.evidence.table;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Finds columns that would hold the names or birth dates of people, in English or Spanish headers. A table with one is
 * refused at the door: counts are enough here, and a name once copied cannot be taken back.
 */
public final class PersonColumns {
    private static final Set<String> ALWAYS = Set.of(
            "dob",
            "yob",
            "surname",
            "lastname",
            "firstname",
            "middlename",
            "fullname",
            "birthdate",
            "birthday",
            "birthyear",
            "apellido",
            "apellidos",
            "nacimiento",
            "ssn",
            "alias",
            "anumber",
            "nombres");
    private static final Set<String> WHOSE = Set.of(
            "first",
            "last",
            "middle",
            "full",
            "given",
            "family",
            "maiden",
            "person",
            "inmate",
            "detainee",
            "defendant",
            "driver",
            "officer",
            "victim",
            "arrestee",
            "suspect",
            "alien",
            "subject",
            "prisoner",
            "respondent");
    private static final Set<String> BIRTH = Set.of("date", "year", "day", "month", "fecha", "ano");

    /** Headers that may as well name a place. */
    static final List<String> BARE = List.of("name", "nombre");

    private PersonColumns() {}

    /**
     * The first such column, if any.
     *
     * @param header every column of the table
     * @param asked columns the reader knows; a bare {@code name} or {@code nombre} among them is that of a place, agency or facility
     */
    public static Optional<String> find(Iterable<String> header, List<String> asked) {
        for (String column : header) {
            String small = column.toLowerCase(Locale.ROOT);
            boolean bare = BARE.contains(small) && (asked.contains(column) || asked.contains(small));
            if (!bare && personal(column)) {
                return Optional.of(column);
            }
        }
        return Optional.empty();
    }

    private static boolean personal(String column) {
        String spaced = column.replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
        Set<String> words = new HashSet<>(List.of(spaced.split("[^a-z0-9ñáéíóú]+", -1)));
        if (words.stream().anyMatch(ALWAYS::contains)
                || spaced.strip().equals("name")
                || spaced.strip().equals("nombre")) {
            return true;
        }
        boolean named = words.contains("name") && words.stream().anyMatch(WHOSE::contains);
        boolean born = words.contains("birth") && words.stream().anyMatch(BIRTH::contains);
        boolean alienNumber = words.contains("alien") && (words.contains("number") || words.contains("file"));
        return named || born || alienNumber;
    }
}
