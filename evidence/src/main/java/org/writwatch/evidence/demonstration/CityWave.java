package org.writwatch.evidence.demonstration;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.writwatch.estimates.JointEstimates;
import org.writwatch.estimates.NotEstimable;
import org.writwatch.estimates.fixedeffects.Errors;
import org.writwatch.estimates.fixedeffects.FixedEffectsModel;
import org.writwatch.estimates.fixedeffects.TwoWayFixedEffects;
import org.writwatch.estimates.imputation.Imputation;
import org.writwatch.estimates.imputation.ImputationFit;
import org.writwatch.estimates.linear.Matrix;
import org.writwatch.estimates.panel.Observations;
import org.writwatch.evidence.table.Observation;
import org.writwatch.evidence.table.Panel;
import org.writwatch.facts.Fips;
import org.writwatch.facts.Reading;

/**
 * The wave of 2005 to 2009 over the big agencies of {@code city-crime}: why a regression with fixed effects is not enough.
 *
 * <p>The naive number regresses the log of a crime rate on "this agency's county has an agreement this year" with fixed
 * effects for agency and year, errors clustered by agency. It is printed because people quote it. Beside it stands the
 * same for homicide, which is nearly always reported: if fewer reports were the reason, homicide would not move. When it
 * moves, the naive number is refused. Then the staggered estimator (Borusyak, Jaravel and Spiess 2024), with its test of
 * the years before, and the same without the agency-years that Secure Communities had reached.
 *
 * <p>Years with part of a report, or none, are no rate and are left out of the count of what was used only where the table
 * itself prints no number.
 */
public final class CityWave {
    /** Years used: ten before the first adoption and the last of the table. */
    static final int FIRST = 1995;

    static final int LAST = 2015;
    private static final List<String> OUTCOMES = List.of("agg_ass_sum", "rob_sum", "homs_sum");
    private static final String CONTROL = "homs_sum";
    private static final int NEVER = 0;

    private final Panel crime;
    private final Map<String, Fips> counties;

    /**
     * @param crime the table {@code city-crime}
     * @param counties the county of each agency by ORI, {@code city-counties}
     */
    public CityWave(Panel crime, Map<String, Fips> counties) {
        this.crime = crime;
        this.counties = Map.copyOf(counties);
    }

    /**
     * Years under an agreement, by county: first and last.
     *
     * @param source where they come from, for the page
     * @param years by county: first year and last year, which may be after the table ends
     */
    public record Years(String source, SortedMap<Fips, int[]> years) {
        public Years {
            years = new TreeMap<>(years);
        }

        /** The same without one county. */
        public Years without(Fips county) {
            SortedMap<Fips, int[]> rest = new TreeMap<>(years);
            rest.remove(county);
            return new Years(source, rest);
        }

        /** From first days: an adoption holds to the end of the table, since lists of those years show no end. */
        public static Years of(String source, SortedMap<Fips, LocalDate> first) {
            SortedMap<Fips, int[]> years = new TreeMap<>();
            first.forEach((county, day) -> years.put(county, new int[] {day.getYear(), LAST}));
            return new Years(source, years);
        }
    }

    /** The naive numbers, homicide last. */
    public List<Line> naive(Years dates) {
        List<Line> lines = new ArrayList<>();
        for (String outcome : OUTCOMES) {
            Table table = table(outcome, dates, Map.of());
            double[] treated = table.column("treated");
            FixedEffectsModel model = FixedEffectsModel.of(treated)
                    .absorb(table.observations.unitCodes())
                    .absorb(table.observations.periodCodes());
            double[] expected = model.fit().fitted();
            var fit = TwoWayFixedEffects.on(table.observations, "log").byTreatment("treated");
            JointEstimates b = fit.estimates(Errors.clustered(table.observations.unitCodes()));
            double error = plainClustered(table, treated, expected, fit.fitted());
            double p = new JointEstimates(
                            b.terms(), b.values(), Matrix.of(new double[][] {{error * error}}), JointEstimates.NORMAL)
                    .p(0);
            lines.add(new Line(
                    outcome,
                    "naive",
                    dates.source,
                    outcome.equals(CONTROL),
                    b.value(0),
                    error,
                    p,
                    table.treatedUnits,
                    table.observations.units() - table.treatedUnits,
                    Optional.empty()));
        }
        return List.copyOf(lines);
    }

    /** Sandwich over agencies without small-sample factor, as the number is usually quoted. */
    private static double plainClustered(Table table, double[] treated, double[] expected, double[] fitted) {
        double[] y = table.column("log");
        Map<Integer, Double> scores = new TreeMap<>();
        double square = 0;
        for (int r = 0; r < y.length; r++) {
            double own = treated[r] - expected[r];
            square += own * own;
            scores.merge(table.observations.unitCodes()[r], own * (y[r] - fitted[r]), Double::sum);
        }
        double meat = scores.values().stream().mapToDouble(s -> s * s).sum();
        return Math.sqrt(meat) / square;
    }

    /**
     * The staggered numbers.
     *
     * @param live the year Secure Communities went live, by county: agency-years from then on are left out; empty to keep all
     */
    public List<Line> staggered(Years dates, Map<Fips, Integer> live) {
        List<Line> lines = new ArrayList<>();
        for (String outcome : OUTCOMES) {
            Table table = table(outcome, dates, live);
            ImputationFit fit =
                    Imputation.on(table.observations, "log", "start").fit();
            JointEstimates average = fit.average();
            Optional<Double> pretest;
            try {
                JointEstimates before = fit.pretrends(e -> e >= -5 && e < 0);
                pretest = Optional.of(before.wald(java.util.stream.IntStream.range(0, before.size())
                                .toArray())
                        .p());
            } catch (NotEstimable none) {
                pretest = Optional.empty();
            }
            lines.add(new Line(
                    outcome,
                    live.isEmpty() ? "imputation" : "imputation-without-secure-communities",
                    dates.source,
                    outcome.equals(CONTROL),
                    average.value(0),
                    average.standardError(0),
                    average.p(0),
                    table.treatedUnits,
                    table.observations.units() - table.treatedUnits,
                    pretest));
        }
        return List.copyOf(lines);
    }

    /** Whether the negative control of these lines moved: its interval of 90 % leaves out zero. */
    public static boolean controlFails(List<Line> lines) {
        return lines.stream().filter(Line::control).anyMatch(l -> l.p() <= 0.10);
    }

    private record Table(Observations observations, int treatedUnits) {
        double[] column(String name) {
            return observations.column(name);
        }
    }

    private Table table(String outcome, Years dates, Map<Fips, Integer> live) {
        List<double[]> rows = new ArrayList<>();
        List<String> agencies = new ArrayList<>(new TreeSet<>(counties.keySet()));
        TreeSet<Integer> treated = new TreeSet<>();
        for (int unit = 0; unit < agencies.size(); unit++) {
            Fips county = counties.get(agencies.get(unit));
            int[] years = dates.years.get(county);
            for (Map.Entry<Integer, Double> rate :
                    rates(agencies.get(unit), outcome).entrySet()) {
                int year = rate.getKey();
                if (year < FIRST || year > LAST || year >= live.getOrDefault(county, Integer.MAX_VALUE)) {
                    continue;
                }
                boolean under = years != null && year >= years[0] && year <= years[1];
                if (under) {
                    treated.add(unit);
                }
                rows.add(new double[] {
                    unit, year, Math.log(rate.getValue()), under ? 1 : 0, years == null ? NEVER : years[0]
                });
            }
        }
        int[] unit = rows.stream().mapToInt(r -> (int) r[0]).toArray();
        Observations observations = Observations.of(
                        unit, rows.stream().mapToDouble(r -> r[1]).toArray())
                .column("log", rows.stream().mapToDouble(r -> r[2]).toArray())
                .column("treated", rows.stream().mapToDouble(r -> r[3]).toArray())
                .column("start", rows.stream().mapToDouble(r -> r[4]).toArray())
                .build();
        return new Table(observations, treated.size());
    }

    /** Crimes per 100,000 people by year, where the table prints both and the count is above zero. */
    private SortedMap<Integer, Double> rates(String ori, String outcome) {
        Map<Integer, Double> people = new HashMap<>();
        Map<Integer, Double> crimes = new HashMap<>();
        for (Observation cell : crime.of(ori)) {
            int year = cell.period().from().getYear();
            double value = printed(cell.reading());
            if (cell.measure().equals("total_pop")) {
                people.put(year, value);
            } else if (cell.measure().equals(outcome)) {
                crimes.put(year, value);
            }
        }
        SortedMap<Integer, Double> rates = new TreeMap<>();
        crimes.forEach((year, n) -> {
            double population = people.getOrDefault(year, 0.0);
            if (n > 0 && population > 0) {
                rates.put(year, 100_000 * n / population);
            }
        });
        return rates;
    }

    private static double printed(Reading reading) {
        if (reading instanceof Reading.Counted c) {
            return c.value();
        }
        return reading instanceof Reading.Partial p ? p.value() : 0;
    }
}
