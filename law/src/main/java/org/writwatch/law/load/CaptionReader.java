package org.writwatch.law.load;

import java.util.Optional;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.facts.yaml.YamlMap;
import org.writwatch.law.Datum;
import org.writwatch.law.Law;
import org.writwatch.law.Screening.Practice;

/** How a writ case is named, where a state has a form of its own; an ordinary caption elsewhere, unverified. */
public final class CaptionReader {
    private CaptionReader() {}

    /** The form of the caption; verified when the datum it rests on is. */
    public static Practice caption(LawFiles files, Law law, String code) {
        YamlMap file = files.read("captions.yaml");
        String form = "ordinary";
        Optional<Datum> basis = Optional.empty();
        for (YamlMap map : file.maps("captions")) {
            String state = map.text("state");
            String own = map.text("form");
            Optional<String> datum = map.findText("datum");
            map.done();
            if (state.equals(code)) {
                form = own;
                basis = datum.map(law.jurisdiction(code)::get);
            }
        }
        file.done();
        boolean verified = basis.map(d -> d.confidence().verified()).orElse(false);
        Phrase words = Phrase.of("law", "caption." + form);
        return new Practice(
                "caption",
                verified ? words : Phrase.of("law", "caption.unverified", words),
                verified,
                basis.flatMap(Datum::authority).orElse(""));
    }
}
