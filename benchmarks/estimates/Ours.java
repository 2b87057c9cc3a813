import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.writwatch.estimates.JointEstimates;
import org.writwatch.estimates.fixedeffects.Errors;
import org.writwatch.estimates.fixedeffects.Family;
import org.writwatch.estimates.fixedeffects.FixedEffectsModel;
import org.writwatch.estimates.fixedeffects.SunAbraham;
import org.writwatch.estimates.grouptime.CallawaySantAnna;
import org.writwatch.estimates.grouptime.Controls;
import org.writwatch.estimates.grouptime.GroupTimeEffects;
import org.writwatch.estimates.imputation.Imputation;
import org.writwatch.estimates.panel.Observations;
import org.writwatch.evidence.table.PlainTable;

/**
 * Times our side on a table in memory. Prints one line: method, units, seconds of the best call by the clock and of processor, first
 * call by the clock, peak memory of the process in MB, and the average effect with its standard error.
 *
 * <p>{@code java -cp ... Ours.java METHOD FILE CALLS}; methods: cs, cs-x, sunab, imputation, ols, poisson.
 */
public final class Ours {
    public static void main(String[] args) throws Exception {
        long start = System.nanoTime();
        boolean covariates = args[0].equals("cs-x");
        List<String> wanted =
                covariates ? List.of("unit", "time", "start", "y", "x1", "x2") : List.of("unit", "time", "start", "y");
        PlainTable read = PlainTable.read(Path.of(args[1]), wanted, Double::parseDouble).orElseThrow();
        int[] unit = new int[read.rows()];
        double[] label = read.numbers(0);
        for (int i = 0; i < unit.length; i++) {
            unit[i] = (int) label[i];
        }
        Observations.Builder builder = Observations.of(unit, read.numbers(1)).column("start", read.numbers(2));
        builder.column("y", read.numbers(3));
        if (covariates) {
            builder.column("x1", read.numbers(4)).column("x2", read.numbers(5));
        }
        Observations table = builder.build();
        double loaded = (System.nanoTime() - start) / 1e9;
        Supplier<double[]> call =
                switch (args[0]) {
                    case "cs" -> () -> groupTime(table, List.of());
                    case "cs-x" -> () -> groupTime(table, List.of("x1", "x2"));
                    case "sunab" -> () -> {
                        JointEstimates e =
                                SunAbraham.on(table, "y", "start").fit().average(Errors.clustered(unit));
                        return new double[] {e.value(0), e.standardError(0)};
                    };
                    case "imputation" -> () -> {
                        JointEstimates e = Imputation.on(table, "y", "start")
                                .clustered(unit)
                                .fit()
                                .average();
                        return new double[] {e.value(0), e.standardError(0)};
                    };
                    case "ols", "poisson" -> fixedEffects(table, unit, args[0].equals("poisson"));
                    default -> throw new IllegalArgumentException(args[0]);
                };
        int calls = Integer.parseInt(args[2]);
        double first = 0;
        double wall = Double.POSITIVE_INFINITY;
        double cpu = Double.POSITIVE_INFINITY;
        double[] answer = {};
        for (int i = 0; i < calls; i++) {
            long w = System.nanoTime();
            double c = processor();
            answer = call.get();
            double took = (System.nanoTime() - w) / 1e9;
            first = i == 0 ? took : first;
            wall = Math.min(wall, took);
            cpu = Math.min(cpu, processor() - c);
        }
        System.out.println(String.format(
                Locale.ROOT,
                "writwatch %s units=%d wall=%.3f cpu=%.3f first=%.3f read=%.3f rss=%d att=%.10f se=%.10f",
                args[0],
                table.units(),
                wall,
                cpu,
                first,
                loaded,
                peak(),
                answer[0],
                answer[1]));
    }

    /** Effects, four averages with their bands, and the pre-test. */
    private static double[] groupTime(Observations table, List<String> covariates) {
        GroupTimeEffects e = CallawaySantAnna.on(table, "y", "start")
                .controls(Controls.NOT_YET_TREATED)
                .covariates(covariates)
                .fit();
        e.cells().simultaneousCritical(0.95, 1);
        JointEstimates simple = e.simple();
        for (GroupTimeEffects.Averaged a : List.of(e.dynamic(), e.byGroup(), e.byCalendarTime())) {
            a.parts().simultaneousCritical(0.95, 1);
        }
        e.pretest();
        return new double[] {simple.value(0), simple.standardError(0)};
    }

    /** Treated or not on unit, time and a third effect that crosses both (unit modulo 50 by time modulo 3). */
    private static Supplier<double[]> fixedEffects(Observations table, int[] unit, boolean poisson) {
        double[] y = table.column("y").clone();
        double[] start = table.column("start");
        double[] treated = new double[y.length];
        int[] third = new int[y.length];
        int[] time = new int[y.length];
        for (int i = 0; i < y.length; i++) {
            time[i] = (int) table.times()[table.periodCodes()[i]];
            treated[i] = start[i] > 0 && time[i] >= start[i] ? 1 : 0;
            third[i] = unit[i] % 50 * 3 + time[i] % 3;
            y[i] = poisson ? Math.floor(Math.exp(Math.min(5, y[i] / 2))) : y[i];
        }
        return () -> {
            JointEstimates e = FixedEffectsModel.of(y)
                    .family(poisson ? Family.POISSON : Family.LINEAR)
                    .absorb(unit)
                    .absorb(time)
                    .absorb(third)
                    .regressor("treated", treated)
                    .fit()
                    .estimates(Errors.clustered(unit));
            return new double[] {e.value(0), e.standardError(0)};
        };
    }

    private static double processor() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                        .getProcessCpuTime()
                / 1e9;
    }

    private static long peak() throws Exception {
        for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
            if (line.startsWith("VmHWM")) {
                return Long.parseLong(line.replaceAll("\\D", "")) / 1024;
            }
        }
        return -1;
    }
}
