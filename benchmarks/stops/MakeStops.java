import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;

/**
 * Writes stops between the twilights as the veil-of-darkness model reads them: minute of the day, dark or not, minority or not, officer
 * (2,000, who differ), day (1,200 over five years), place (100) and year. The same bytes for the same number.
 * {@code java MakeStops.java STOPS FILE}
 */
public final class MakeStops {
    public static void main(String[] args) throws IOException {
        int stops = Integer.parseInt(args[0]);
        SplittableRandom random = new SplittableRandom(20260202);
        double[] officers = new double[2000];
        for (int i = 0; i < officers.length; i++) {
            officers[i] = 0.3 * random.nextGaussian();
        }
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(Path.of(args[1])), 1 << 20)) {
            out.write("minute,dark,minority,officer,day,place,year\n".getBytes(StandardCharsets.US_ASCII));
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < stops; i++) {
                int minute = 1030 + random.nextInt(255);
                int day = random.nextInt(1200);
                double dusk = 1155 + 120 * Math.sin(day * 2 * Math.PI / 240);
                int officer = random.nextInt(officers.length);
                int dark = minute > dusk ? 1 : 0;
                double index = -1 + officers[officer] + 0.002 * (minute - 1150) + 0.08 * dark;
                int minority = random.nextDouble() < 1 / (1 + Math.exp(-index)) ? 1 : 0;
                line.append(minute).append(',').append(dark).append(',').append(minority).append(',');
                line.append(officer).append(',').append(day).append(',').append(officer / 20).append(',');
                line.append(2015 + day / 240).append('\n');
                if (line.length() > 60_000) {
                    out.write(line.toString().getBytes(StandardCharsets.US_ASCII));
                    line.setLength(0);
                }
            }
            out.write(line.toString().getBytes(StandardCharsets.US_ASCII));
        }
    }
}
