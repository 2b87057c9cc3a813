package org.writwatch.estimates.reference;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.writwatch.estimates.bacon.Comparison;
import org.writwatch.estimates.bacon.GoodmanBacon;
import org.writwatch.estimates.panel.Adoption;
import org.writwatch.estimates.panel.Observations;

class BaconReferenceTest {
    @Test
    void bacondecomp() {
        Map<String, Expected.Computed> cases = new TreeMap<>();
        Table castle = Expected.data("castle.csv");
        Observations treated = Observations.of(castle.labels("sid"), castle.numbers("year"))
                .column("post", castle.numbers("post"))
                .build();
        Observations o = Observations.of(castle.labels("sid"), castle.numbers("year"))
                .column("y", castle.numbers("l_homicide"))
                .column("g", Adoption.firstTreated(treated, "post"))
                .build();
        cases.put("castle_bacon", computed(GoodmanBacon.of(o, "y", "g")));
        cases.put("castle_bacon_binary", cases.get("castle_bacon"));
        Table mp = Expected.data("mpdta.csv");
        Observations m = Observations.of(mp.labels("countyreal"), mp.numbers("year"))
                .column("y", mp.numbers("lemp"))
                .column("g", mp.numbers("first_treat"))
                .build();
        cases.put("mp_bacon", computed(GoodmanBacon.of(m, "y", "g")));
        Expected.of("bacon.csv").check(cases);
    }

    private static Expected.Computed computed(GoodmanBacon b) {
        return (q, k1, k2) -> {
            if (q.equals("twfe")) {
                return b.coefficient();
            }
            if (q.startsWith("type")) {
                Comparison.Kind kind = switch (k1) {
                    case "Earlier vs Later Treated" -> Comparison.Kind.EARLIER_VS_LATER;
                    case "Later vs Earlier Treated" -> Comparison.Kind.LATER_VS_EARLIER;
                    default -> Comparison.Kind.TREATED_VS_UNTREATED;
                };
                return q.endsWith("weight") ? b.weight(kind) : b.estimate(kind);
            }
            double treated = Double.parseDouble(k1);
            double comparison = k2.equals("Inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(k2);
            Comparison c = b.comparisons().stream()
                    .filter(x -> x.treated() == treated && x.comparison() == comparison)
                    .findFirst()
                    .orElseThrow();
            return q.equals("weight") ? c.weight() : c.estimate();
        };
    }
}
