package org.writwatch.app.command;

import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.writwatch.app.ExitCode;
import org.writwatch.app.effect.FindingsText;
import org.writwatch.app.output.Json;
import org.writwatch.app.output.Rows;
import org.writwatch.evidence.Effect;
import org.writwatch.evidence.Finding;
import org.writwatch.evidence.FindingRecord;
import org.writwatch.facts.Place;
import org.writwatch.facts.gazetteer.Gazetteer;
import org.writwatch.facts.phrase.Phrasebook;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code writwatch effect PLACE}: what changed there, or why it cannot be said; exit 4 when nothing can be estimated. */
@Command(name = "effect", mixinStandardHelpOptions = true)
final class EffectCommand implements Callable<Integer> {
    private final Context context;

    @Parameters(paramLabel = "PLACE", descriptionKey = "place")
    @SuppressWarnings("NullAway.Init")
    private String place;

    @Option(names = "--format", paramLabel = "table|json")
    private Rows.@Nullable Format format;

    @Option(names = "--json")
    private boolean json;

    EffectCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Place found = Gazetteer.bundled().get(place);
        List<Finding> findings = Effect.bundled().forPlace(found);
        boolean tree = json || format == Rows.Format.JSON;
        context.surroundings()
                .out()
                .print(
                        tree
                                ? Json.text(FindingRecord.of(findings))
                                : FindingsText.of(findings, Phrasebook.of(context.lang())));
        return Effect.hasEstimate(findings) ? ExitCode.DONE : ExitCode.NO_ANSWER;
    }
}
