package org.writwatch.evidence.held;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.writwatch.agreements.Registry;
import org.writwatch.evidence.Answer;
import org.writwatch.evidence.Effect;
import org.writwatch.evidence.Finding;
import org.writwatch.evidence.Jails;
import org.writwatch.evidence.store.TableStore;
import org.writwatch.evidence.table.OutcomeCatalogue;
import org.writwatch.evidence.table.TableDescriptor;
import org.writwatch.facts.phrase.Lang;
import org.writwatch.facts.phrase.Phrasebook;
import org.writwatch.facts.problem.BadInput;

/** Tables of years and of quarters: answered where enough of them lie on both sides, else refused with what would be enough. */
class YearlyTablesTest {
    private static final Phrasebook EN = Phrasebook.of(Lang.EN);
    /** Counties of ten states that are compared with. */
    private static final List<String> STATES = List.of("48", "39", "51", "13", "06", "36", "12", "17", "42", "26");

    @TempDir
    Path folder;

    @Test
    void fiveFiscalYearsOnEachSideAreAnswered() throws IOException {
        bringYears(2024);
        Finding finding = find("scaap-inmate-days-37119", null);
        Answer.Estimated e = assertInstanceOf(Answer.Estimated.class, finding.answer());
        assertEquals(1000, e.before(), 1e-9);
        assertEquals(500, e.after(), 1e-9);
        assertEquals(-500, e.difference(), 20);
        assertEquals(1.0 / 40, e.inference().p());
        // The change of December 2018 falls in the fiscal year 2019, which belongs to neither side.
        assertEquals(LocalDate.of(2013, 10, 1), e.beforePeriod().from());
        assertEquals(LocalDate.of(2018, 9, 30), e.beforePeriod().to());
        assertEquals(LocalDate.of(2019, 10, 1), e.afterPeriod().from());
        assertEquals(LocalDate.of(2024, 9, 30), e.afterPeriod().to());
        assertTrue(
                EN.say(finding.design()).contains("5 whole years before the year of the change"),
                EN.say(finding.design()));
        assertTrue(EN.say(e.unit()).endsWith("a year"), EN.say(e.unit()));
        String spanish = Phrasebook.of(Lang.ES).say(finding.design());
        assertTrue(spanish.contains("los 5 años enteros antes del año del cambio"), spanish);
        assertTrue(finding.specification().orElseThrow().text().contains("inmate_days by year at 37119"));
        assertEquals(14, finding.figures().get(0).lines().get(0).points().size());
    }

    @Test
    void twoYearsAfterAreTooFewAndThreeWouldBeEnough() throws IOException {
        bringYears(2021);
        Answer.TooThin thin = assertInstanceOf(
                Answer.TooThin.class, find("scaap-inmate-days-37119", null).answer());
        assertTrue(EN.say(thin.enough()).contains("at least 3 whole years on each side"), EN.say(thin.enough()));
        assertTrue(EN.say(thin.found()).contains("none leaves enough years"), EN.say(thin.found()));
        assertTrue(EN.say(thin.request()).contains("by year"), EN.say(thin.request()));
        String spanish = Phrasebook.of(Lang.ES).say(thin.enough());
        assertTrue(spanish.contains("al menos 3 años enteros a cada lado"), spanish);
    }

    /** As of June 2022 the fiscal year 2022 is not over: it is no whole year. */
    @Test
    void aYearThatIsNotOverIsNotRead() throws IOException {
        bringYears(2024);
        Finding early = find("scaap-inmate-days-37119", LocalDate.of(2022, 6, 30));
        assertInstanceOf(Answer.TooThin.class, early.answer());
        Finding later = find("scaap-inmate-days-37119", LocalDate.of(2022, 9, 30));
        assertEquals(
                LocalDate.of(2022, 9, 30),
                assertInstanceOf(Answer.Estimated.class, later.answer())
                        .afterPeriod()
                        .to());
    }

    @Test
    void quartersAreAnsweredToo() throws IOException {
        StringBuilder text = new StringBuilder("county_fips,quarter,visits\n");
        for (int year = 2016; year <= 2021; year++) {
            for (int q = 1; q <= 4; q++) {
                int after = year > 2018 ? 60 : 100;
                text.append("37119,%dQ%d,%d\n".formatted(year, q, after + q));
                for (int i = 0; i < 40; i++) {
                    text.append("%s%03d,%d-Q%d,%d\n"
                            .formatted(STATES.get(i % 10), 2 * i + 1, year, q, 100 + q + (i * 7 + year) % 5));
                }
            }
        }
        bring("visits", "quarter", "quarter", "visits", text.toString());
        Answer.Estimated e = assertInstanceOf(
                Answer.Estimated.class, find("visits-visits-37119", null).answer());
        assertEquals(LocalDate.of(2016, 10, 1), e.beforePeriod().from());
        assertEquals(LocalDate.of(2018, 9, 30), e.beforePeriod().to());
        assertEquals(LocalDate.of(2019, 1, 1), e.afterPeriod().from());
        assertEquals(LocalDate.of(2020, 12, 31), e.afterPeriod().to());
        assertEquals(-40, e.difference(), 3);
        assertTrue(EN.say(e.unit()).endsWith("a quarter"), EN.say(e.unit()));
    }

    @Test
    void onePeriodAnswersNothingAndAnUnknownKindIsRefused() {
        BadInput one =
                assertThrows(BadInput.class, () -> bring("visits", "", "fixed", "visits", "county_fips,visits\n"));
        assertTrue(one.getMessage().contains("answers in a table of one period"), one.getMessage());
        BadInput week = assertThrows(
                BadInput.class, () -> bring("visits", "week", "week", "visits", "county_fips,week,visits\n"));
        assertTrue(week.getMessage().contains("day, month, quarter, year, fiscal-year, fixed"), week.getMessage());
    }

    @Test
    void everyYearlyTableOfOursThatHasACodeIsAskedAbout() {
        for (TableDescriptor table : OutcomeCatalogue.listAll()) {
            boolean yearly =
                    List.of("year", "fiscal-year").contains(table.period().kind());
            if (yearly
                    && List.of("ori", "fips", "fips-number")
                            .contains(table.place().kind())
                    && !table.name().equals("acs-hispanic")) {
                assertTrue(!HeldTables.answers(table).isEmpty(), table.name());
            }
        }
    }

    private void bringYears(int last) throws IOException {
        StringBuilder text = new StringBuilder("county_fips,fiscal_year,award_dollars,inmate_days\n");
        for (int year = 2011; year <= last; year++) {
            text.append("37119,FY%02d,1,%d\n".formatted(year - 2000, year > 2019 ? 500 : 1000));
            for (int i = 0; i < 40; i++) {
                text.append("%s%03d,%d,1,%d\n"
                        .formatted(STATES.get(i % 10), 2 * i + 1, year, 1000 + (i * 37 + year * 11) % 20));
            }
        }
        TableDescriptor known = OutcomeCatalogue.find("scaap").orElseThrow();
        Path file = Files.writeString(folder.resolve("scaap_awards.csv"), text);
        new TableStore(home()).bring(known.release("scaap_awards.csv", known.within(), "invented", 0), file);
    }

    private void bring(String name, String column, String kind, String measure, String text) throws IOException {
        String field = column.isEmpty() ? "" : ", {\"name\": \"" + column + "\"}";
        String period = column.isEmpty() ? "" : "\"field\": \"" + column + "\", ";
        String described = """
                {"resources": [{"name": "%s", "path": "mine.csv", "licenses": [{"name": "invented"}],
                 "schema": {"fields": [{"name": "county_fips"}, {"name": "%s"}%s]},
                 "writwatch": {"unit": "visits", "period": {%s"kind": "%s"},
                  "place": {"field": "county_fips", "kind": "fips"}, "values": ["%s"], "absence": "not-reported",
                  "vintage": "mine", "within": "2010-01-01/2024-12-31",
                  "answers": [{"harm": "services", "measure": "%s"}]}}]}""".formatted(name, measure, field, period, kind, measure, measure);
        TableDescriptor table =
                TableDescriptor.read("datapackage.json", described).get(0);
        new TableStore(home()).bring(table, Files.writeString(folder.resolve("mine.csv"), text));
    }

    private Finding find(String id, @org.jspecify.annotations.Nullable LocalDate asOf) {
        Effect effect = new Effect(HeldTables.of(home(), Optional.empty(), List.of()), Registry.bundled(), s -> {});
        List<Finding> all =
                asOf == null ? effect.forPlace(Jails.MECKLENBURG) : effect.forPlace(Jails.MECKLENBURG, asOf);
        return all.stream()
                .filter(f -> f.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError(
                        id + " among " + all.stream().map(Finding::id).toList()));
    }

    private Path home() {
        return folder.resolve("home");
    }
}
