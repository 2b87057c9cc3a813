package org.writwatch.papers.site;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.writwatch.papers.page.Verdict;

/** The earlier days of the map for the script that moves through them. */
public final class MapDays {
    private MapDays() {}

    /**
     * A script that sets the days, the answers, and for each county that changed its place in the order of the table with one
     * letter per day: "a" for the first answer, "b" for the second.
     */
    public static String script(MapView view) {
        List<Verdict> answers = view.answers();
        List<String> changed = new ArrayList<>();
        for (int c = 0; c < view.counties().size(); c++) {
            StringBuilder letters = new StringBuilder();
            for (MapView.Day day : view.days()) {
                letters.append((char) ('a' + answers.indexOf(day.verdicts().get(c))));
            }
            if (letters.chars().distinct().count() > 1) {
                changed.add("[" + c + ",\"" + letters + "\"]");
            }
        }
        return "window.writwatchDays={\"days\":["
                + view.days().stream().map(d -> "\"" + d.date() + "\"").collect(Collectors.joining(","))
                + "],\"answers\":["
                + answers.stream().map(v -> "\"" + v.key() + "\"").collect(Collectors.joining(","))
                + "],\"changed\":[" + String.join(",", changed) + "]};\n";
    }
}
