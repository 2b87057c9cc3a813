package org.writwatch.estimates.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.writwatch.estimates.synthetic.Synthetic;
import org.writwatch.estimates.synthetic.SyntheticDesign;

/** Effects of the package synthdid with its iterations carried far: California's Proposition 99. */
class SyntheticReferenceTest {
    @Test
    void tightIterations() {
        Table t = Expected.data("california_prop99.csv");
        Map<String, double[]> rows = new LinkedHashMap<>();
        for (int i = 0; i < t.size(); i++) {
            rows.computeIfAbsent(t.text(i, "State"), k -> new double[31])[(int) t.number(i, "Year") - 1970] =
                    t.number(i, "PacksPerCapita");
        }
        double[] california = rows.remove("California");
        double[][] y = Arrays.copyOf(rows.values().toArray(double[][]::new), rows.size() + 1);
        y[rows.size()] = california;
        Expected expected = Expected.of("synthdid.csv");
        Map<String, SyntheticDesign> designs = Map.of(
                "sdid_tau", SyntheticDesign.SYNTHETIC_DID,
                "sc_tau", SyntheticDesign.SYNTHETIC_CONTROL,
                "did_tau", SyntheticDesign.DIFFERENCE_IN_DIFFERENCES);
        designs.forEach((quantity, design) -> {
            double want = expected.value("prop99_tight", quantity, "");
            Synthetic fit = Synthetic.fit(design, y, rows.size(), 19, new Synthetic.Precision(1e-8, 100_000));
            assertEquals(want, fit.effect(), 1e-4 * Math.abs(want), quantity);
        });
    }
}
