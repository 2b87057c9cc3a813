package org.writwatch.agreements.roster;

import java.util.Optional;
import org.writwatch.agreements.Model;
import org.writwatch.facts.gazetteer.Spelling;

/** Reads the support type, its misspellings too: "Warrant Service Office", "Task Force Officer", "Jail Enforcment Model". */
public final class ModelNames {
    private ModelNames() {}

    /** The model meant; empty when the cell is blank or says something else. */
    public static Optional<Model> find(String printed) {
        String letters = Spelling.key(printed);
        if (letters.equals("tfm") || letters.startsWith("taskforce") || near(letters, "taskforcemodel")) {
            return Optional.of(Model.TFM);
        }
        if (letters.equals("wso") || letters.startsWith("warrantserv") || near(letters, "warrantserviceofficer")) {
            return Optional.of(Model.WSO);
        }
        if (letters.equals("jem") || letters.startsWith("jailenforc") || near(letters, "jailenforcementmodel")) {
            return Optional.of(Model.JEM);
        }
        return Optional.empty();
    }

    private static boolean near(String letters, String name) {
        return letters.length() < 40 && Spelling.distance(letters, name, 3) <= 3;
    }
}
