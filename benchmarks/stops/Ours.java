import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.writwatch.estimates.NotEstimable;
import org.writwatch.estimates.stops.VeilOfDarkness;
import org.writwatch.estimates.stops.VeilRows;
import org.writwatch.evidence.stops.light.Sun;
import org.writwatch.evidence.stops.light.SunTable;
import org.writwatch.evidence.table.PlainTable;

/**
 * Times our side. {@code java -cp ... Ours.java METHOD FILE-OR-COUNT CALLS}; methods: veil (coefficient, HC1, errors by officer and by
 * day), veil-fe (the same with an effect for each place and year), bootstrap (9,999 draws by officer), multiverse (300 agencies, each under
 * 192 specifications with HC1), dusk (COUNT days and places).
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
        if (method.equals("multiverse")) {
            return multiverse(minute, dark, minority, officer, day);
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

    /** Splines of one to six columns; no factor, year, weekday, both; four windows; two definitions of the minority. */
    private static Supplier<double[]> multiverse(
            short[] minute, boolean[] dark, boolean[] minority, int[] officer, int[] day) {
        int agencies = 300;
        int[][] rows = new int[agencies][];
        for (int a = 0; a < agencies; a++) {
            int own = a;
            rows[a] = IntStream.range(0, officer.length)
                    .filter(i -> officer[i] % agencies == own)
                    .toArray();
        }
        return () -> IntStream.range(0, agencies)
                .parallel()
                .mapToObj(a -> {
                    double same = 0;
                    double fitted = 0;
                    for (int window = 0; window < 4; window++) {
                        int w = window;
                        int[] kept = Arrays.stream(rows[a])
                                .filter(i -> w == 0
                                        || (w == 1 && (day[i] % 120 < 60))
                                        || (w == 2 && minute[i] < 1200)
                                        || (w == 3 && minute[i] >= 1080))
                                .toArray();
                        for (int race = 0; race < 2; race++) {
                            for (int fixed = 0; fixed < 4; fixed++) {
                                for (int df = 1; df <= 6; df++) {
                                    double b = one(minute, dark, minority, officer, day, kept, race, fixed, df);
                                    fitted += Double.isNaN(b) ? 0 : 1;
                                    same += b > 0 ? 1 : 0;
                                }
                            }
                        }
                    }
                    return new double[] {fitted, same};
                })
                .reduce(new double[2], (x, y) -> new double[] {x[0] + y[0], x[1] + y[1]});
    }

    private static double one(
            short[] minute,
            boolean[] dark,
            boolean[] minority,
            int[] officer,
            int[] day,
            int[] kept,
            int race,
            int fixed,
            int df) {
        int n = kept.length;
        short[] m = new short[n];
        boolean[] d = new boolean[n];
        boolean[] y = new boolean[n];
        int[] year = new int[n];
        int[] weekday = new int[n];
        for (int k = 0; k < n; k++) {
            int i = kept[k];
            m[k] = minute[i];
            d[k] = dark[i];
            y[k] = minority[i] && (race == 0 || day[i] % 2 == 0);
            year[k] = day[i] / 240;
            weekday[k] = day[i] % 7;
        }
        List<int[]> effects = fixed == 0
                ? List.of()
                : fixed == 1 ? List.of(year) : fixed == 2 ? List.of(weekday) : List.of(year, weekday);
        try {
            VeilOfDarkness fit = VeilOfDarkness.fit(VeilRows.of(m, d, y, effects, df));
            return fit.hc1() > 0 ? fit.coefficient() : Double.NaN;
        } catch (NotEstimable e) {
            return Double.NaN;
        }
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
