package org.writwatch.app.stops;

/**
 * A script for R that computes the numbers of an answer by other means (glm on single rows, splines, sandwich, MASS, or Stan), prints both
 * side by side, and ends with status 1 when one differs.
 */
final class StopsScript {
    private StopsScript() {}

    static String of(StopsAnswer answer, StopsExhibit exhibit) {
        return "# " + answer.say("stops.script.first") + "\n"
                + "# " + answer.say("stops.script.needs") + "\n"
                + """
                suppressMessages({library(splines); library(sandwich)})
                ours <- read.csv("numbers.csv", colClasses = c(rep("character", 4), "numeric"), na.strings = character(0))
                seen <- data.frame()
                compare <- function(name, group, kind, value, tolerance = 1e-5) {
                  o <- ours$value[ours$name == name & ours$group == group & ours$location == "" & ours$kind == kind]
                  if (length(o) != 1 || is.na(value)) return(invisible())
                  seen <<- rbind(seen, data.frame(name = name, group = group, kind = kind, ours = o, r = value,
                    same = abs(o - value) <= tolerance * max(abs(value), 1e-6)))
                }
                """
                + exhibit.script()
                + """
                write.csv(format(seen, digits = 15), "reproduced.csv", row.names = FALSE)
                print(seen, digits = 10)
                cat(sprintf("%d numbers compared, %d differ\\n", nrow(seen), sum(!seen$same)))
                if (nrow(seen) == 0 || any(!seen$same)) quit(status = 1)
                """;
    }

    /** A text as R writes it. */
    static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
