import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;

/**
 * Writes a staggered panel: UNITS x 10 periods, starts at 2 to 10 or never in equal parts, two covariates that move the trend and the
 * start, effect 1 + 0.2 per period. The same bytes for the same size. {@code java MakePanel.java UNITS FILE}
 */
public final class MakePanel {
    static final int PERIODS = 10;

    public static void main(String[] args) throws IOException {
        int units = Integer.parseInt(args[0]);
        SplittableRandom random = new SplittableRandom(20260101);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(Path.of(args[1])), 1 << 20)) {
            out.write("unit,time,start,y,x1,x2\n".getBytes(StandardCharsets.US_ASCII));
            StringBuilder line = new StringBuilder();
            for (int i = 1; i <= units; i++) {
                double x1 = Math.round(random.nextGaussian() * 1e6) / 1e6;
                double x2 = Math.round(random.nextGaussian() * 1e6) / 1e6;
                int start = start(random.nextDouble(), 0.05 * x1 - 0.03 * x2);
                double level = 2 * random.nextGaussian();
                for (int t = 1; t <= PERIODS; t++) {
                    double y = level + 0.3 * t + t * (0.1 * x1 - 0.05 * x2) + random.nextGaussian();
                    y += start > 0 && t >= start ? 1 + 0.2 * (t - start) : 0;
                    line.append(i).append(',').append(t).append(',').append(start).append(',').append(y);
                    line.append(',').append(x1).append(',').append(x2).append('\n');
                    if (line.length() > 60_000) {
                        out.write(line.toString().getBytes(StandardCharsets.US_ASCII));
                        line.setLength(0);
                    }
                }
            }
            out.write(line.toString().getBytes(StandardCharsets.US_ASCII));
        }
    }

    /** 0 for never, or 2 to 10: the log odds of each against the one before it are {@code slope}. */
    private static int start(double uniform, double slope) {
        double total = 0;
        for (int k = 0; k < PERIODS; k++) {
            total += Math.exp(k * slope);
        }
        double left = uniform * total;
        int k = 0;
        for (; k < PERIODS - 1 && left >= Math.exp(k * slope); k++) {
            left -= Math.exp(k * slope);
        }
        return k == 0 ? 0 : k + 1;
    }
}
