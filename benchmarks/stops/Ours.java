import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.writwatch.estimates.stops.VeilOfDarkness;
import org.writwatch.estimates.stops.VeilRows;
import org.writwatch.evidence.stops.light.Sun;
import org.writwatch.evidence.stops.light.SunTable;
import org.writwatch.evidence.table.PlainTable;

/**
 * Times our side. {@code java -cp ... Ours.java METHOD FILE-OR-COUNT CALLS}; methods: veil (coefficient, HC1, errors by officer and by
 * day), veil-fe (the same with an effect for each place and year), bootstrap (9,999 draws by officer), dusk (COUNT days and places).
 */
public final class Ours {
    public static void main(String[] args) throws Exception {
        Supplier<double[]> call = args[0].equals("dusk") ? dusk(Integer.parseInt(args[1])) : veil(args[0], args[1]);
        double wall = Double.POSITIVE_INFINITY;
        double cpu = Double.POSITIVE_INFINITY;
        double first = 0;
        double[] answer = {};
        for (int i = 0; i < Integer.parseInt(args[2]); i++) {
            long w = System.nanoTime();
            double c = processor();
            answer = call.get();
            double took = processor() - c;
            first = i == 0 ? took : first;
            cpu = Math.min(cpu, took);
            wall = Math.min(wall, (System.nanoTime() - w) / 1e9);
        }
        StringBuilder numbers = new StringBuilder();
        for (double v : answer) {
            numbers.append(String.format(Locale.ROOT, " %.10f", v));
        }
        System.out.println(String.format(
                Locale.ROOT,
                "writwatch %s %s wall=%.3f cpu=%.3f first-cpu=%.3f rss=%d%s",
                args[0],
                args[1],
                wall,
                cpu,
                first,
                peak(),
                numbers));
    }

    private static Supplier<double[]> veil(String method, String file) {
        List<String> wanted = List.of("minute", "dark", "minority", "officer", "day", "place", "year");
        PlainTable read =
                PlainTable.read(Path.of(file), wanted, Double::parseDouble).orElseThrow();
        int n = read.rows();
        short[] minute = new short[n];
        boolean[] dark = new boolean[n];
        boolean[] minority = new boolean[n];
        int[] officer = new int[n];
        int[] day = new int[n];
        int[] placeYear = new int[n];
        for (int i = 0; i < n; i++) {
            minute[i] = (short) read.numbers(0)[i];
            dark[i] = read.numbers(1)[i] > 0;
            minority[i] = read.numbers(2)[i] > 0;
            officer[i] = (int) read.numbers(3)[i];
            day[i] = (int) read.numbers(4)[i];
            placeYear[i] = (int) (read.numbers(5)[i] * 5 + read.numbers(6)[i] - 2015);
        }
        List<int[]> effects = method.equals("veil-fe") ? List.of(placeYear) : List.of();
        return () -> {
            VeilOfDarkness fit = VeilOfDarkness.fit(VeilRows.of(minute, dark, minority, effects, 6));
            if (method.equals("bootstrap")) {
                return new double[] {fit.coefficient(), fit.bootstrap(officer, 9_999, 1).p()};
            }
            return new double[] {fit.coefficient(), fit.hc1(), fit.clusterError(officer), fit.clusterError(day)};
        };
    }

    private static Supplier<double[]> dusk(int count) {
        SplittableRandom random = new SplittableRandom(3);
        int[] day = new int[count];
        float[] latitude = new float[count];
        float[] longitude = new float[count];
        for (int i = 0; i < count; i++) {
            day[i] = 16_436 + random.nextInt(1826);
            latitude[i] = (float) (33.8 + 2.7 * random.nextDouble());
            longitude[i] = (float) (-84.3 + 8.8 * random.nextDouble());
        }
        return () -> {
            double sum = 0;
            SunTable table = new SunTable(Sun.ACCURATE, Sun.Event.DUSK, 16_436, 18_261, 33.8, 36.5);
            for (int i = 0; i < count; i++) {
                sum += table.minutes(day[i], latitude[i], longitude[i]);
            }
            return new double[] {sum / count};
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
