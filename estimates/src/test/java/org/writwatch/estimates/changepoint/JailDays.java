package org.writwatch.estimates.changepoint;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.writwatch.estimates.Shared;

/** People held per day and facility, 2011-10-01 to 2024-01-04, absent days as 0. */
final class JailDays {
    static final LocalDate FIRST = LocalDate.of(2011, 10, 1);
    static final int DAYS = (int) (LocalDate.of(2024, 1, 4).toEpochDay() - FIRST.toEpochDay()) + 1;

    private JailDays() {}

    static Map<String, double[]> all() throws IOException {
        Map<String, double[]> out = new TreeMap<>();
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(
                        Files.newInputStream(Shared.path("data/outcomes/ice_headcount_facility_day_2011_2024.csv.gz"))),
                StandardCharsets.UTF_8))) {
            in.readLine();
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                int a = line.indexOf(',');
                int b = line.lastIndexOf(',');
                double[] y = out.computeIfAbsent(line.substring(0, a), k -> new double[DAYS]);
                y[index(line.substring(a + 1, b))] = Double.parseDouble(line.substring(b + 1));
            }
        }
        return out;
    }

    static int index(String date) {
        return (int) (LocalDate.parse(date).toEpochDay() - FIRST.toEpochDay());
    }
}
