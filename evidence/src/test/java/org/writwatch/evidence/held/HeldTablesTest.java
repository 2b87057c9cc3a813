package org.writwatch.evidence.held;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.writwatch.agreements.Registry;
import org.writwatch.evidence.Answer;
import org.writwatch.evidence.Diagnostic;
import org.writwatch.evidence.Effect;
import org.writwatch.evidence.Finding;
import org.writwatch.evidence.Jails;
import org.writwatch.evidence.custody.DailySeries;
import org.writwatch.evidence.store.Generation;
import org.writwatch.evidence.store.TableStore;
import org.writwatch.evidence.table.LaterRelease;
import org.writwatch.evidence.table.OutcomeCatalogue;
import org.writwatch.evidence.table.TableDescriptor;
import org.writwatch.facts.Period;
import org.writwatch.facts.phrase.Lang;
import org.writwatch.facts.phrase.Phrasebook;
import org.writwatch.facts.problem.BadInput;
import org.writwatch.facts.problem.NotFound;

/** Tables that a person brings in are what is answered from, each answer names its release, and an older one still answers. */
class HeldTablesTest {
    private static final Phrasebook EN = Phrasebook.of(Lang.EN);
    private static final String CITY = "NC0600100";
    private static final List<String> STATES = List.of("TX", "OH", "VA", "GA", "CA", "NY", "FL", "IL", "PA", "MI");

    @TempDir
    Path folder;

    @Test
    void aLaterReleaseOfCustodyIsAnsweredFromAndTheOlderStillAnswers() throws IOException {
        Generation first = bring("custody-daily", "ice_headcount_facility_day_2011_2024.csv", custody(0));
        Generation later = bring("custody-daily", "ice_headcount_facility_day_2011_2025.csv", custody(90));
        Finding now = custodyOf(List.of());
        assertTrue(now.vintage().contains(later.id()), now.vintage());
        assertEquals(LocalDate.of(2018, 12, 7).plusDays(90), changeOf(now));
        Finding before = custodyOf(List.of(first.id()));
        assertTrue(before.vintage().contains(first.id()), before.vintage());
        assertEquals(LocalDate.of(2018, 12, 7), changeOf(before));
        assertEquals(first.source(), before.sources().get(0).sha256().orElseThrow());
        Finding bundled = custodyOf(List.of(HeldTables.BUNDLED));
        assertEquals(new Effect(Jails.RECORD).forPlace(Jails.MECKLENBURG).get(0).vintage(), bundled.vintage());
        NotFound none = assertThrows(NotFound.class, () -> custodyOf(List.of("0123456789abcdef")));
        assertTrue(none.choices().stream().anyMatch(c -> c.startsWith(first.id())), none.getMessage());
    }

    @Test
    void aFallOfRecordedCrimeIsFoundAndItsControlHoldsStill() throws IOException {
        bring("reported-crime-monthly", "rtci_agency_month_2018_2024.csv", crime(0.5, 1));
        List<Finding> findings = findings();
        Answer.Estimated robbery = estimated(findings, "reported-crime-monthly-robbery-nc0600100");
        assertEquals(200, robbery.before(), 1e-9);
        assertEquals(100, robbery.after(), 1e-9);
        assertEquals(-100, robbery.difference(), 12);
        assertTrue(robbery.interval().orElseThrow().high() < 0);
        assertEquals(1.0 / 40, robbery.inference().p());
        Finding finding = find(findings, "reported-crime-monthly-robbery-nc0600100");
        assertEquals(Diagnostic.Verdict.FOR, verdict(finding, "negative-control"));
        assertTrue(EN.say(finding.reading()).contains("cannot tell less crime from fewer reports"));
        assertTrue(finding.specification().orElseThrow().text().contains("change: 2018-12-07 (custody record)"));
        assertEquals(3, finding.designs().size());
        Finding ratio = find(findings, "reported-crime-monthly-robbery-per-murder-nc0600100");
        assertEquals(20, ((Answer.Estimated) ratio.answer()).before(), 1e-9);
        assertEquals(10, ((Answer.Estimated) ratio.answer()).after(), 1e-9);
        assertTrue(EN.say(ratio.reading()).contains("only under an assumption that nothing here can test"));
        assertTrue(Phrasebook.of(Lang.ES).say(ratio.reading()).contains("solo con un supuesto"));
        assertInstanceOf(
                Answer.NotIdentified.class, find(findings, "crime-reporting").answer());
        assertEquals(Diagnostic.Verdict.NEUTRAL, verdict(find(findings, "after-remedy"), "around-the-end"));
        assertTrue(effect().everyHarm(Jails.MECKLENBURG).stream().anyMatch(f -> f.id().equals("public-safety")));
    }

    @Test
    void whenHomicideMovesTooTheNumberIsSaidToBeNoEvidence() throws IOException {
        bring("reported-crime-monthly", "rtci_agency_month_2018_2024.csv", crime(0.5, 0.5));
        Finding robbery = find(findings(), "reported-crime-monthly-robbery-nc0600100");
        assertEquals(Diagnostic.Verdict.AGAINST, verdict(robbery, "negative-control"));
        Finding ratio = find(findings(), "reported-crime-monthly-robbery-per-murder-nc0600100");
        assertEquals(0, ((Answer.Estimated) ratio.answer()).difference(), 3);
    }

    @Test
    void nothingAfterTheDayAskedForIsRead() throws IOException {
        bring("reported-crime-monthly", "rtci_agency_month_2018_2024.csv", crime(0.5, 1));
        List<Finding> early = effect().forPlace(Jails.MECKLENBURG, LocalDate.of(2019, 3, 31));
        Finding robbery = find(early, "reported-crime-monthly-robbery-nc0600100");
        assertInstanceOf(Answer.TooThin.class, robbery.answer());
        assertFalse(robbery.figures().toString().contains("2019-04"));
    }

    @Test
    void clearedCasesAreAShareAndFewAreRefused() throws IOException {
        StringBuilder text = new StringBuilder("ori,month,offense,offenses,cleared,months_reported\n");
        each((ori, month, own, i) -> text.append("%s,%s,robbery,%d,%d,\n"
                .formatted(ori, month, 100 + i, own && month.getYear() > 2018 ? 20 : 40 + i % 3)));
        bring("ucr-month", "ucr_month.csv", text.toString());
        Answer.Estimated cleared = estimated(findings(), "ucr-month-cleared-per-offenses-nc0600100");
        assertEquals(40, cleared.before(), 1e-9);
        assertEquals(20, cleared.after(), 1e-9);
        assertTrue(effect().everyHarm(Jails.MECKLENBURG).stream().noneMatch(f -> f.id().equals("clearance")));
        bring("ucr-month", "ucr_month.csv", text.toString().replaceAll("robbery,100,\\d+", "robbery,2,1"));
        assertInstanceOf(
                Answer.TooThin.class,
                find(findings(), "ucr-month-cleared-per-offenses-nc0600100").answer());
    }

    @Test
    void arrestsInTheStreetStandBesideAFallInCustody() throws IOException {
        StringBuilder text = new StringBuilder("county_fips,month,apprehension_method,arrests\n");
        for (YearMonth m = YearMonth.of(2017, 1); m.getYear() < 2020; m = m.plusMonths(1)) {
            int street = m.getYear() > 2018 ? 30 : 10;
            text.append("37119,%s,Located,%d\n37119,%s,CAP Local Incarceration,500\n".formatted(m, street, m));
        }
        bring("ddp-arrests", "ddp_arrests_county_month.csv", text.toString());
        Finding custody = findings().get(0);
        assertEquals(Diagnostic.Verdict.AGAINST, verdict(custody, "field-arrests"));
        assertTrue(said(custody, "field-arrests").contains("10.00 a month before, 30.00 after"));
        assertTrue(said(custody, "adjoining-jails").contains("York County Detention Center"));
        assertFalse(said(custody, "adjoining-jails").contains("Wake"));
        Finding arrests = find(findings(), "ddp-arrests-arrests-37119");
        assertInstanceOf(Answer.NotIdentified.class, arrests.answer(), "no other county to compare with");
    }

    @Test
    void callsAnswerTheQuestionOfReporting() throws IOException {
        StringBuilder text = new StringBuilder("ori,date,kind,language,calls\n");
        each((ori, month, own, i) -> {
            for (int d = 1; d <= month.lengthOfMonth(); d++) {
                text.append("%s,%s,theft,es,%d\n".formatted(ori, month.atDay(d), own ? 5 : 6));
            }
        });
        bring("calls-for-service", "calls_for_service.csv", text.toString());
        List<Finding> findings = findings();
        assertEquals(
                365 * 5 / 12.0,
                estimated(findings, "calls-for-service-calls-nc0600100").before(),
                3);
        assertTrue(findings.stream().noneMatch(f -> f.id().equals("crime-reporting")));
    }

    @Test
    void aTableOfOnesOwnNeedsADescriptorAndNoCode() throws IOException {
        String own = """
                {"resources": [{"name": "clinic", "path": "clinic.csv", "licenses": [{"name": "public record"}],
                 "schema": {"fields": [{"name": "fips"}, {"name": "month"}, {"name": "visits"}]},
                 "writwatch": {"unit": "visits", "period": {"field": "month", "kind": "month"},
                  "place": {"field": "fips", "kind": "fips"}, "values": ["visits"], "absence": "not-reported",
                  "vintage": "2020", "within": "2017-01-01/2020-12-31",
                  "answers": [{"harm": "%s", "measure": "visits"}]}}]}""";
        StringBuilder text = new StringBuilder("fips,month,visits\n");
        for (YearMonth m = YearMonth.of(2017, 1); m.getYear() < 2021; m = m.plusMonths(1)) {
            text.append("37119,%s,%d\n".formatted(m, m.isAfter(YearMonth.of(2018, 12)) ? 60 : 100));
            for (int i = 1; i < 40; i++) {
                text.append("48%03d,%s,%d\n".formatted(2 * i - 1, m, 90 + i + m.getMonthValue() % 3));
            }
        }
        TableDescriptor table = TableDescriptor.read("datapackage.json", own.formatted("services"))
                .get(0);
        new TableStore(home()).bring(table, write("clinic.csv", text.toString()));
        assertEquals(-40, estimated(findings(), "clinic-visits-37119").difference(), 3);
        assertEquals(
                List.of(),
                effect().everyHarm(Jails.MECKLENBURG).stream()
                        .filter(f -> f.id().equals("services"))
                        .toList());
        BadInput bad = assertThrows(
                BadInput.class, () -> TableDescriptor.read("datapackage.json", own.formatted("happiness")));
        assertTrue(bad.getMessage().contains("happiness") && bad.getMessage().contains("services"), bad.getMessage());
    }

    @Test
    void aLaterReleaseIsToldByItsMonthsAndAStrayDateIsNot() throws IOException {
        TableDescriptor crime = OutcomeCatalogue.find("reported-crime-monthly").orElseThrow();
        Path later = write("rtci_agency_month_2018_2025.csv", crime(1, 1) + rowsOf(2025, 6));
        TableDescriptor told = LaterRelease.of(crime, later, Optional.empty());
        assertEquals(LocalDate.of(2025, 6, 30), told.within().to());
        assertEquals("2025-06-30", told.vintage());
        Path stray = write(
                "rtci_agency_month_2018_2026.csv",
                crime(1, 1) + rowsOf(2024, 7) + row("OH0600100", YearMonth.of(2026, 9), 1, 1));
        assertEquals(
                crime.within(), LaterRelease.of(crime, stray, Optional.empty()).within());
        assertEquals(
                LocalDate.of(2024, 9, 30),
                LaterRelease.of(crime, stray, Optional.of(LocalDate.of(2024, 9, 30)))
                        .within()
                        .to());
        assertTrue(LaterRelease.isSameButForYears(crime.path(), "rtci_agency_month_2018_2025.csv"));
        assertFalse(LaterRelease.isSameButForYears(crime.path(), "rtci_agency_week_2018_2025.csv"));
    }

    // Fixtures

    private interface Each {
        void row(String ori, YearMonth month, boolean own, int i);
    }

    /** The city, and forty agencies of other states, by month. */
    private static void each(Each each) {
        for (YearMonth m = YearMonth.of(2017, 12); m.getYear() < 2020; m = m.plusMonths(1)) {
            each.row(CITY, m, true, 0);
            for (int i = 0; i < 40; i++) {
                each.row(STATES.get(i % 10) + "%05d00".formatted(100 + i), m, false, i);
            }
        }
    }

    private static String crime(double robberies, double murders) {
        StringBuilder text = new StringBuilder("ori,agency_name,state_abbr,date,aggravated_assault,burglary,"
                + "motor_vehicle_theft,murder,rape,robbery,theft,violent_crime,property_crime\n");
        for (YearMonth m = YearMonth.of(2018, 1); m.isBefore(YearMonth.of(2024, 8)); m = m.plusMonths(1)) {
            boolean after = m.isAfter(YearMonth.of(2018, 12));
            text.append(row(CITY, m, after ? robberies : 1, after ? murders : 1));
            for (int i = 0; i < 40; i++) {
                double noise = 1 + 0.001 * ((i * 37 + m.getMonthValue() * 11 + m.getYear()) % 40);
                text.append(row(STATES.get(i % 10) + "%05d00".formatted(100 + i), m, noise, noise));
            }
        }
        return text.toString();
    }

    private static String rowsOf(int year, int months) {
        StringBuilder text = new StringBuilder();
        for (YearMonth m = YearMonth.of(2024, 8); !m.isAfter(YearMonth.of(year, months)); m = m.plusMonths(1)) {
            for (int i = 0; i < 40; i++) {
                text.append(row(STATES.get(i % 10) + "%05d00".formatted(100 + i), m, 1, 1));
            }
        }
        return text.toString();
    }

    private static String row(String ori, YearMonth m, double robberies, double murders) {
        return "%s,x,%s,%s-01,100,100,100,%s,10,%s,100,100,100\n"
                .formatted(ori, ori.substring(0, 2), m, 10 * murders, 200 * robberies);
    }

    /** The rows of one jail, moved by some days, and of every jail it is compared with. */
    private static String custody(int moved) {
        Period days = new Period(LocalDate.of(2017, 9, 1), LocalDate.of(2020, 4, 30));
        StringBuilder text = new StringBuilder("detloc,date,n\n");
        Finding known = new Effect(Jails.RECORD).forPlace(Jails.MECKLENBURG).get(0);
        known.specification().orElseThrow().comparisons().forEach(c -> text.append(rows(series(c), days)));
        DailySeries own = series("MECKLNC");
        text.append(rows(moved == 0 ? own : Jails.moved(own, moved), days));
        return text.toString();
    }

    private static DailySeries series(String code) {
        return Jails.RECORD.daily().find(code).orElseThrow();
    }

    private static String rows(DailySeries series, Period days) {
        StringBuilder text = new StringBuilder();
        for (LocalDate d = days.from(); !d.isAfter(days.to()); d = d.plusDays(1)) {
            if (series.people(d) > 0) {
                text.append("%s,%s,%d\n".formatted(series.code(), d, series.people(d)));
            }
        }
        return text.toString();
    }

    private Generation bring(String name, String file, String text) throws IOException {
        TableDescriptor known = OutcomeCatalogue.find(name).orElseThrow();
        return new TableStore(home()).bring(known.release(file, known.within(), file, 0), write(file, text));
    }

    private Path write(String file, String text) throws IOException {
        return Files.writeString(folder.resolve(file), text);
    }

    private Path home() {
        return folder.resolve("home");
    }

    private Effect effect(String... releases) {
        return new Effect(HeldTables.of(home(), Optional.empty(), List.of(releases)), Registry.bundled(), s -> {});
    }

    private List<Finding> findings() {
        return effect().forPlace(Jails.MECKLENBURG);
    }

    private Finding custodyOf(List<String> releases) {
        return effect(releases.toArray(String[]::new))
                .forPlace(Jails.MECKLENBURG)
                .get(0);
    }

    private static LocalDate changeOf(Finding finding) {
        return ((Answer.Estimated) finding.answer()).changeOn().orElseThrow();
    }

    private static Answer.Estimated estimated(List<Finding> findings, String id) {
        return assertInstanceOf(Answer.Estimated.class, find(findings, id).answer());
    }

    private static Finding find(List<Finding> findings, String id) {
        return findings.stream()
                .filter(f -> f.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError(
                        id + " among " + findings.stream().map(Finding::id).toList()));
    }

    private static Diagnostic.Verdict verdict(Finding finding, String id) {
        return diagnostic(finding, id).verdict();
    }

    private static String said(Finding finding, String id) {
        return EN.say(diagnostic(finding, id).sentence());
    }

    private static Diagnostic diagnostic(Finding finding, String id) {
        return finding.diagnostics().stream()
                .filter(d -> d.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError(id));
    }
}
