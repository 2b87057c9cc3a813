package org.writwatch.evidence.design;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.writwatch.evidence.Jails;
import org.writwatch.evidence.custody.DailySeries;
import org.writwatch.evidence.custody.Facility;
import org.writwatch.facts.Period;

/** The search on real jails: it finds ends that were planted, and keeps quiet where nothing was. */
class PlantedEndsTest {
    private static final long SEED = 287;
    private static final int TRIALS = 200;

    @Test
    void findsEndsPlantedInRandomJails() {
        Random random = new Random(SEED);
        double[] errors = new double[TRIALS];
        for (int i = 0; i < TRIALS; i++) {
            Trial trial = draw(random);
            DailySeries ended = Jails.endedOn(trial.series, trial.day);
            Optional<JailChange.Dated> found = JailChange.search(ended, Jails.RECORD.days());
            errors[i] = found.map(d -> (double) Math.abs(ChronoUnit.DAYS.between(d.on(), trial.day)))
                    .orElse(9999.0);
        }
        Arrays.sort(errors);
        System.out.println("planted ends, seed " + SEED + ": median error " + errors[TRIALS / 2] + " days, 90 % within "
                + errors[TRIALS * 9 / 10]);
        assertTrue(errors[TRIALS / 2] <= 3, "median error " + errors[TRIALS / 2]);
    }

    @Test
    void saysNothingOfRandomDatesOfRandomJails() {
        Random random = new Random(SEED + 1);
        int within = 0;
        int near = 0;
        for (int i = 0; i < TRIALS; i++) {
            Trial trial = draw(random);
            Optional<JailChange.Dated> found = JailChange.search(trial.series, Jails.RECORD.days());
            long apart = found.map(d -> Math.abs(ChronoUnit.DAYS.between(d.on(), trial.day)))
                    .orElse(9999L);
            within += apart <= 7 ? 1 : 0;
            near += apart <= 30 ? 1 : 0;
        }
        System.out.println("placebo jail-dates, seed " + (SEED + 1) + ": a change within 7 days for " + within
                + ", within 30 days for " + near + " of " + TRIALS);
        assertTrue(near <= TRIALS / 20, near + " of " + TRIALS);
    }

    private record Trial(DailySeries series, LocalDate day) {}

    /** A local jail and a day with a year of enough people before it and a year of record after it. */
    private static Trial draw(Random random) {
        List<Facility> jails = new ArrayList<>(Jails.RECORD.facilities().values());
        while (true) {
            Facility jail = jails.get(random.nextInt(jails.size()));
            Optional<DailySeries> series = Jails.RECORD.daily().find(jail.code());
            LocalDate day = Jails.RECORD
                    .days()
                    .from()
                    .plusDays(365 + random.nextInt((int) Jails.RECORD.days().days() - 730));
            if (jail.kind() == Facility.Kind.LOCAL_JAIL && series.isPresent()) {
                Period year = new Period(day.minusDays(365), day.minusDays(1));
                boolean goesOn = series.get().lastRow().isAfter(day.plusDays(30));
                if (goesOn && series.get().personDays(year) >= 180) {
                    return new Trial(series.get(), day);
                }
            }
        }
    }
}
