package org.writwatch.law.matter;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.facts.problem.MachineFailure;
import org.writwatch.facts.yaml.YamlMap;
import org.writwatch.law.Law;

/**
 * One case as a user states it. What is not stated is unknown.
 *
 * @param claims letters of the claims to screen, in order
 * @param jurisdiction where the respondent sits; "US" for a federal respondent
 * @param respondent who would be sued
 * @param asOf the day it speaks for
 * @param facts what is known, by fact id
 */
public record Matter(
        List<String> claims, String jurisdiction, Respondent respondent, LocalDate asOf, Map<String, Value> facts) {
    /** The version of the file this program writes and reads. */
    public static final int VERSION = 1;

    /**
     * Who would be sued.
     *
     * @param agency id of the agency
     * @param office the office, "sheriff"
     * @param sovereign local, state or federal
     */
    public record Respondent(Optional<String> agency, Optional<String> office, Optional<Sovereign> sovereign) {
        /** The same, federal where no sovereign is named: in the jurisdiction of the federal courts. */
        Respondent orFederal() {
            return new Respondent(agency, office, sovereign.or(() -> Optional.of(Sovereign.FEDERAL)));
        }
    }

    /** Whose officer the respondent is. */
    public enum Sovereign {
        LOCAL,
        STATE,
        FEDERAL
    }

    /** The value of a known fact. */
    public sealed interface Value {
        /** Whether it is so. */
        record Truth(boolean so) implements Value {}

        /** It is so, and this is the day. */
        record On(LocalDate day) implements Value {}

        /** A whole number. */
        record Count(int number) implements Value {}

        /** One word of a choice. */
        record Choice(String word) implements Value {}
    }

    public Matter {
        claims = List.copyOf(claims);
        facts = Collections.unmodifiableMap(new TreeMap<>(facts));
    }

    /**
     * Reads a file.
     *
     * @throws org.writwatch.facts.problem.BadInput when it says something it can not, with line and nearest names
     */
    public static Matter read(Path file, Law law) {
        return read(file, law, null, null);
    }

    /**
     * Reads a file.
     *
     * @param asOf the day it speaks for, before what the file says; null to take that of the file
     * @param otherwise the day when neither says one; null to refuse such a file
     * @throws org.writwatch.facts.problem.BadInput when it says something it can not, with line and nearest names
     */
    public static Matter read(Path file, Law law, @Nullable LocalDate asOf, @Nullable Supplier<LocalDate> otherwise) {
        String name = String.valueOf(file.getFileName());
        try (BufferedReader text = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            return MatterReader.read(YamlMap.read(name, text), law, asOf, otherwise);
        } catch (IOException e) {
            throw new MachineFailure(Phrase.of("facts", "file.unreadable", name), e);
        }
    }

    /** Reads a text; {@code name} is used in messages. */
    public static Matter parse(String name, Reader text, Law law) {
        return MatterReader.read(YamlMap.read(name, text), law, null, null);
    }

    /** Reads a text as {@link #read(Path, Law, LocalDate, Supplier)} reads a file. */
    public static Matter parse(
            String name, Reader text, Law law, @Nullable LocalDate asOf, @Nullable Supplier<LocalDate> otherwise) {
        return MatterReader.read(YamlMap.read(name, text), law, asOf, otherwise);
    }

    /** The fact, when it is known. */
    public Optional<Value> find(String fact) {
        return Optional.ofNullable(facts.get(fact));
    }

    /** The day of a fact, when it is known. */
    public Optional<LocalDate> day(String fact) {
        return find(fact).filter(Value.On.class::isInstance).map(v -> ((Value.On) v).day());
    }

    /** Whether a fact is so: met, not met or unknown. A day, a number or a word says that it is. */
    public org.writwatch.law.Truth truth(String fact) {
        Value value = facts.get(fact);
        if (value == null) {
            return org.writwatch.law.Truth.UNKNOWN;
        }
        return value instanceof Value.Truth t && !t.so()
                ? org.writwatch.law.Truth.NOT_MET
                : org.writwatch.law.Truth.MET;
    }

    /** The word of a choice, when it is known. */
    public Optional<String> choice(String fact) {
        return find(fact).filter(Value.Choice.class::isInstance).map(v -> ((Value.Choice) v).word());
    }

    /** The number of a fact, when it is known. */
    public Optional<Integer> number(String fact) {
        return find(fact).filter(Value.Count.class::isInstance).map(v -> ((Value.Count) v).number());
    }
}
