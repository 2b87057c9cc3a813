package org.writwatch.law.load;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.writwatch.facts.yaml.YamlMap;
import org.writwatch.law.Datum;

/**
 * Who decides about an agreement, as data.
 *
 * @param signatory what signing says of the power to sign
 * @param notice how each of ICE's forms of 2025 is ended
 * @param leaving what a state's law adds about ending one
 * @param elections when a state's own law has an office of every county elected
 * @param places the next meeting and election of one agency's governing body
 */
public record DecidersFile(
        Datum signatory, List<Notice> notice, List<Leaving> leaving, List<Elections> elections, List<Place> places) {
    /** How a form is ended: "tfm", "jem" or "wso". */
    public record Notice(String id, Datum rule) {}

    /** What a state's law adds; {@code id} names a phrase, "decides.leaving." before it. */
    public record Leaving(String state, String id, Datum rule) {}

    /**
     * When the counties of a state elect an officer: on the Tuesday after the first Monday in November of each such year.
     *
     * @param office names a phrase, "decides.office." before it
     * @param first a year of election
     * @param every years between two elections, 1 to 10
     */
    public record Elections(String state, String office, int first, int every, Datum rule) {
        public Elections {
            if (every < 1 || every > 10) {
                throw new IllegalArgumentException("an office is elected every 1 to 10 years: " + every);
            }
        }

        /** The first election day on or after a day. */
        public LocalDate next(LocalDate day) {
            int year = Math.max(first, day.getYear());
            while ((year - first) % every != 0 || electionDay(year).isBefore(day)) {
                year++;
            }
            return electionDay(year);
        }

        private static LocalDate electionDay(int year) {
            return LocalDate.of(year, 11, 1)
                    .with(TemporalAdjusters.firstInMonth(DayOfWeek.MONDAY))
                    .plusDays(1);
        }
    }

    /**
     * What is known of one agency's governing body.
     *
     * @param agency id of the agency
     * @param body its name, as the source has it
     */
    public record Place(
            String agency,
            String body,
            Optional<LocalDate> nextMeeting,
            Optional<LocalDate> nextElection,
            Datum rule) {}

    public DecidersFile {
        notice = List.copyOf(notice);
        leaving = List.copyOf(leaving);
        elections = List.copyOf(elections);
        places = List.copyOf(places);
    }

    /** Reads the file. */
    public static DecidersFile read(LawFiles files) {
        YamlMap file = files.read("deciders.yaml");
        file.text("as_of");
        Datum signatory = DataReader.datum(file.map("signatory"));
        List<Notice> notice = new ArrayList<>();
        for (YamlMap m : file.maps("notice")) {
            notice.add(new Notice(m.text("id"), DataReader.datum(m.map("rule"))));
            m.done();
        }
        List<Leaving> leaving = new ArrayList<>();
        for (YamlMap m : file.maps("leaving")) {
            leaving.add(new Leaving(m.text("state"), m.text("id"), DataReader.datum(m.map("rule"))));
            m.done();
        }
        List<Elections> elections = new ArrayList<>();
        for (YamlMap m : file.maps("elections")) {
            elections.add(new Elections(
                    m.text("state"),
                    m.text("office"),
                    m.integer("first"),
                    m.integer("every"),
                    DataReader.datum(m.map("rule"))));
            m.done();
        }
        List<Place> places = new ArrayList<>();
        for (YamlMap m : file.maps("places")) {
            places.add(new Place(
                    m.text("agency"),
                    m.text("body"),
                    m.findDate("next_meeting"),
                    m.findDate("next_election"),
                    DataReader.datum(m.map("rule"))));
            m.done();
        }
        file.done();
        return new DecidersFile(signatory, notice, leaving, elections, places);
    }
}
