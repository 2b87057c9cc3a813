package org.writwatch.evidence.custody;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.writwatch.evidence.custody.Facility.Kind;
import org.writwatch.evidence.table.CsvFile;
import org.writwatch.evidence.table.CsvRow;
import org.writwatch.facts.Fips;
import org.writwatch.facts.Place;
import org.writwatch.facts.UsState;
import org.writwatch.facts.gazetteer.Gazetteer;
import org.writwatch.facts.gazetteer.Spelling;

/**
 * ICE's list of places of detention, made into {@link Facility} rows.
 *
 * <p>A county code is believed when ICE's own list gave the county and the code lies in the state the row names. A code
 * that someone inferred from a name is believed only when it lies in the row's state and its county's name begins the facility's
 * name; else the county is looked up again by state and name, because the published copy carries codes of other states
 * on such rows (a Charlotte room with a Texas county). What is changed or
 * dropped is in {@link #repairs}.
 */
final class FacilityImport {
    private static final List<String> COLUMNS = List.of(
            "detloc",
            "name",
            "city",
            "county",
            "state",
            "county_fips",
            "serves_county_fips",
            "county_source",
            "state_from_code",
            "type_detailed");
    private static final Pattern COUNTY_IN_NAME =
            Pattern.compile("^(.+?) (COUNTY|PARISH|CO\\.?) .*(JAIL|SHERIFF|DET|L\\.E\\.C|D\\.O\\.C|SFTY).*$");

    /** Places that a company runs, or that only process people for ICE, though the contract runs through a county. */
    private static final Pattern COMPANY = Pattern.compile("\\b(CCA|GEO|PROCESSING)\\b");

    private static final List<String> INITIALS =
            List.of("ICE", "ERO", "FCI", "FDC", "HSI", "USBP", "EOR", "CCA", "GEO");
    private static final List<String> PLAIN = List.of(
            "CO", "CO.", "ST", "ST.", "FT", "FT.", "MT", "MT.", "LA", "EL", "DE", "AL", "CTR", "CNTY", "DEPT", "JR",
            "MR");

    private final Gazetteer gazetteer;
    private final SortedMap<String, Facility> facilities = new TreeMap<>();
    private final List<String> repairs = new ArrayList<>();

    private FacilityImport(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    /** Reads the list; the gazetteer says which county a code and a name belong to. */
    static FacilityImport read(Path list, Gazetteer gazetteer) {
        FacilityImport in = new FacilityImport(gazetteer);
        CsvFile.read(list, COLUMNS, in::add);
        return in;
    }

    /** The same from a stream; {@code name} is for messages. */
    static FacilityImport read(String name, InputStream list, Gazetteer gazetteer) {
        FacilityImport in = new FacilityImport(gazetteer);
        new CsvFile(name, ',').read(list, COLUMNS, in::add);
        return in;
    }

    SortedMap<String, Facility> facilities() {
        return facilities;
    }

    /** One line for every county code that was not taken as published: file, row, code found, what was done. */
    List<String> repairs() {
        return repairs;
    }

    /** Whether the list puts a facility in a county. */
    boolean placed(String code) {
        Facility known = facilities.get(code);
        return known != null && known.county().isPresent();
    }

    private void add(CsvRow row) {
        String code = row.key("detloc");
        String name = row.text("name");
        Optional<UsState> state = state(row);
        Facility facility = new Facility(
                code,
                name.isEmpty() ? code : capitalised(name),
                capitalised(row.text("city").equals("UNAVAILABLE") ? "" : row.text("city")),
                state,
                county(row, state),
                kind(code, name, row.text("type_detailed")));
        facilities.put(code, facility);
    }

    private static Optional<UsState> state(CsvRow row) {
        Optional<UsState> printed = UsState.find(row.text("state"));
        return printed.isPresent() ? printed : UsState.find(row.text("state_from_code"));
    }

    private Optional<Fips> county(CsvRow row, Optional<UsState> state) {
        Optional<Fips> serves = Fips.find(row.text("serves_county_fips"));
        Optional<Fips> printed = Fips.find(row.text("county_fips"));
        if (serves.isPresent() || row.text("county_fips").isEmpty()) {
            return serves;
        }
        Optional<Fips> ours = row.text("county_source").equals("ice_list")
                ? printed.filter(f -> f.state().equals(state)
                        && named(state, row.text("county")).contains(f))
                : inferred(row, state, printed);
        if (!ours.equals(printed)) {
            repairs.add(row.file() + " row " + row.number() + ": " + row.text("detloc") + " in "
                    + state.map(Enum::name).orElse("no state") + " carries county code "
                    + printed.map(Fips::code).orElse(row.text("county_fips")) + "; "
                    + ours.map(f -> "by name it is " + f).orElse("left without a county"));
        }
        return ours;
    }

    private Optional<Fips> inferred(CsvRow row, Optional<UsState> state, Optional<Fips> printed) {
        String name = row.text("name");
        if (printed.isPresent() && printed.get().state().equals(state) && beginsName(printed.get(), name)) {
            return printed;
        }
        Matcher words = COUNTY_IN_NAME.matcher(name);
        List<Fips> byName = words.matches() ? named(state, words.group(1) + " county") : List.of();
        List<Fips> byColumn = named(state, row.text("county"));
        List<Fips> best = byName.size() == 1 ? byName : byColumn;
        return best.size() == 1 ? Optional.of(best.get(0)) : Optional.empty();
    }

    /** Codes of the places of a state with this name. */
    private List<Fips> named(Optional<UsState> state, String county) {
        return state.isEmpty() || county.isBlank()
                ? List.of()
                : gazetteer.findIn(state.get(), county).stream()
                        .map(Place::fips)
                        .toList();
    }

    /** Whether the first one to three words of a facility's name are the name of the county. */
    private boolean beginsName(Fips fips, String facility) {
        List<String> words = Spelling.words(facility);
        for (int n = 1; n <= Math.min(3, words.size()); n++) {
            if (named(fips.state(), String.join(" ", words.subList(0, n))).contains(fips)) {
                return true;
            }
        }
        return false;
    }

    private static Kind kind(String code, String name, String type) {
        return switch (type) {
            case "IGSA", "USMS IGA" -> COMPANY.matcher(name).find() ? Kind.ICE_CENTRE : Kind.LOCAL_JAIL;
            case "HOLD" -> Kind.HOLD_ROOM;
            case "DIGSA", "CDF", "USMS CDF", "SPC", "STAGING", "MIRP" -> Kind.ICE_CENTRE;
            case "BOP", "BPS" -> Kind.FEDERAL_PRISON;
            case "HOSPITAL", "HEALTH" -> Kind.MEDICAL;
            case "JUVENILE", "FAMILY" -> Kind.JUVENILE_OR_FAMILY;
            case "" -> kindByName(code, name);
            default -> Kind.OTHER;
        };
    }

    private static Kind kindByName(String code, String name) {
        if (code.endsWith("HOLD") || name.contains("HOLD ROOM") || name.contains("HOLDROOM")) {
            return Kind.HOLD_ROOM;
        } else if (name.contains("JUV") || name.contains("RESIDENTIAL")) {
            return Kind.JUVENILE_OR_FAMILY;
        } else if (code.startsWith("BOP")) {
            return Kind.FEDERAL_PRISON;
        } else if (COUNTY_IN_NAME.matcher(name).matches()) {
            return Kind.LOCAL_JAIL;
        }
        return name.isEmpty() ? Kind.UNKNOWN : Kind.OTHER;
    }

    /** "MECKLENBURG COUNTY JAIL" to "Mecklenburg County Jail"; short words and words without vowels keep capitals. */
    static String capitalised(String text) {
        StringBuilder out = new StringBuilder();
        for (String word : List.of(text.strip().split("\\s+", -1))) {
            out.append(out.isEmpty() ? "" : " ").append(capitalisedWord(word, out.isEmpty()));
        }
        return out.toString();
    }

    private static String capitalisedWord(String word, boolean first) {
        if (!first && List.of("OF", "AND", "THE", "AT", "IN", "FOR").contains(word)) {
            return word.toLowerCase(Locale.ROOT);
        }
        boolean initials = INITIALS.contains(word)
                || (!PLAIN.contains(word)
                        && (word.length() <= 2 || word.chars().noneMatch(c -> "AEIOUY".indexOf(c) >= 0)));
        if (initials) {
            return word;
        }
        StringBuilder out = new StringBuilder();
        boolean up = true;
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            out.append(up ? c : Character.toLowerCase(c));
            up = !Character.isLetter(c) && c != '\'';
        }
        return out.toString();
    }
}
