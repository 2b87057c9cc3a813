package org.writwatch.law.load;

import java.util.ArrayList;
import java.util.List;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.facts.yaml.YamlMap;
import org.writwatch.law.Authority;
import org.writwatch.law.Law;
import org.writwatch.law.MandamusAnswer;
import org.writwatch.law.MandateGuard;
import org.writwatch.law.Screening.Remedy;
import org.writwatch.law.StateMandate;
import org.writwatch.law.StateMandate.Position;

/** Puts together the half page "Can mandamus stop this?" for one jurisdiction. */
public final class MandamusReader {
    private MandamusReader() {}

    /** The half page; the jurisdiction's own authorities come before the general ones. */
    public static MandamusAnswer read(LawFiles files, Law law, String code) {
        YamlMap file = files.read("mandamus.yaml");
        List<Phrase> why = new ArrayList<>();
        for (StateMandate m : law.mandates(code)) {
            if (m.position() == Position.REQUIRES) {
                why.add(Phrase.of("law", "mandamus.why.state-requires", m.duty(), m.printed()));
            } else if (m.position() == Position.FORBIDS) {
                why.add(Phrase.of("law", "mandamus.why.state-forbids", m.duty(), m.printed()));
            }
        }
        file.texts("reasons").forEach(r -> why.add(Phrase.of("law", "mandamus.why." + r)));
        MandamusAnswer answer = new MandamusAnswer(
                Phrase.of("law", "mandamus.answer"),
                why,
                pool(file.map("against"), law, code),
                pool(file.map("supporting"), law, code),
                file.texts("works").stream().map(id -> remedy(law, id, code)).toList());
        file.done();
        return answer;
    }

    /**
     * A remedy in words. North Carolina's courts have closed one of them, and where state law requires the agreement no
     * local meeting can end it; both say so.
     */
    public static Remedy remedy(Law law, String id, String code) {
        boolean closed = id.equals("habeas")
                && law.readings().habeasClosed().stream()
                        .anyMatch(c -> c.state().equals(code));
        boolean required =
                id.equals("governing-body") && MandateGuard.of(law, code).isPresent();
        String key = closed ? "remedy.habeas-nc" : required ? "remedy.governing-body-required" : "remedy." + id;
        return new Remedy(id, Phrase.of("law", "remedy." + id + ".name"), Phrase.of("law", key + ".why"));
    }

    private static List<Authority> pool(YamlMap map, Law law, String code) {
        List<Authority> general =
                map.texts("general").stream().map(law::authority).toList();
        List<Authority> own = map.texts("own").stream().map(law::authority).toList();
        map.done();
        List<Authority> here = new ArrayList<>();
        own.stream().filter(a -> a.bindsIn(code)).forEach(here::add);
        general.stream().filter(a -> a.where().contains(code)).forEach(here::add);
        general.stream().filter(a -> !here.contains(a)).forEach(here::add);
        return here;
    }
}
