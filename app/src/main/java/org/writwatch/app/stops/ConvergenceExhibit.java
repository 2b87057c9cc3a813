package org.writwatch.app.stops;

import java.util.Map;
import org.writwatch.app.estimate.Numbers;
import org.writwatch.evidence.stops.CountDesign;

/** Cells of the search screens, and a script that makes their estimates by other means. */
final class ConvergenceExhibit implements StopsExhibit {
    private final CountDesign cells;
    private final String group;

    ConvergenceExhibit(CountDesign cells, String group) {
        this.cells = cells;
        this.group = group;
    }

    @Override
    public String tableName() {
        return "cells.csv";
    }

    @Override
    public String table() {
        StringBuilder s = new StringBuilder("minority,place,stops,searches,hits\n");
        boolean placed = cells.words(0).size() > 0;
        for (int c = 0; c < cells.cells(); c++) {
            s.append(cells.group()[c]).append(',').append(placed ? cells.factor(0)[c] + 1 : 1);
            for (double[] n : java.util.List.of(cells.stops(), cells.searches(), cells.hits())) {
                s.append(',').append(Numbers.plain(n[c]));
            }
            s.append('\n');
        }
        return s.toString();
    }

    @Override
    public String script() {
        String g = StopsScript.quoted(group);
        return """
                d <- read.csv("cells.csv")
                places <- length(unique(d$place))
                f <- if (places > 1) cbind(searches, stops - searches) ~ minority + factor(place) else
                  cbind(searches, stops - searches) ~ minority
                m <- glm(f, binomial, d, control = glm.control(epsilon = 1e-12, maxit = 100))
                n <- tapply(d$searches, d$minority, sum)
                h <- tapply(d$hits, d$minority, sum)
                """
                + "compare(\"search_rate\", " + g + ", \"estimate\", coef(m)[[\"minority\"]])\n"
                + "compare(\"search_rate\", " + g + ", \"se:model\", sqrt(vcov(m)[\"minority\", \"minority\"]))\n"
                + "compare(\"hit_rate\", " + g + ", \"estimate\", h[[\"1\"]] / n[[\"1\"]] - h[[\"0\"]] / n[[\"0\"]])\n";
    }

    @Override
    public Map<String, String> pictures() {
        return Map.of();
    }
}
