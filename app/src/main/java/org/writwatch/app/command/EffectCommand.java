package org.writwatch.app.command;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.writwatch.agreements.Registry;
import org.writwatch.app.ExitCode;
import org.writwatch.app.effect.DemonstrationOutput;
import org.writwatch.app.effect.EveryPlace;
import org.writwatch.app.effect.FindingRows;
import org.writwatch.app.effect.FindingsText;
import org.writwatch.app.output.Json;
import org.writwatch.app.output.OutputFolder;
import org.writwatch.app.output.Rows;
import org.writwatch.evidence.Effect;
import org.writwatch.evidence.Figure;
import org.writwatch.evidence.FigureTable;
import org.writwatch.evidence.Finding;
import org.writwatch.evidence.FindingRecord;
import org.writwatch.evidence.demonstration.Demonstrations;
import org.writwatch.evidence.held.HeldTables;
import org.writwatch.facts.Place;
import org.writwatch.facts.gazetteer.Gazetteer;
import org.writwatch.facts.phrase.Phrasebook;
import org.writwatch.papers.chart.SeriesChart;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/**
 * {@code writwatch effect PLACE | --all | --demonstration NAME}: what changed there, or why it cannot be said; exit 4 when
 * nothing can be estimated. Lists over places are in order of name, never of size or p.
 */
@Command(name = "effect", mixinStandardHelpOptions = true)
final class EffectCommand implements Callable<Integer> {
    private final Context context;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private Root root;

    @Parameters(paramLabel = "PLACE", arity = "0..1", descriptionKey = "place")
    private @Nullable String place;

    @Option(names = "--all", descriptionKey = "effect.all")
    private boolean all;

    @Option(names = "--demonstration", paramLabel = "carolina|florida|cities", descriptionKey = "effect.demonstration")
    private @Nullable String demonstration;

    @Option(names = "--harms", descriptionKey = "effect.harms")
    private boolean harms;

    @Option(names = "--format", paramLabel = "table|csv|json", descriptionKey = "format.rows")
    private Rows.@Nullable Format format;

    @Option(names = "--json")
    private boolean json;

    @Option(names = "--as-of", paramLabel = "YYYY-MM-DD")
    private @Nullable LocalDate asOf;

    @Option(names = "--release", paramLabel = "ID", descriptionKey = "effect.release")
    private List<String> releases = List.of();

    @Option(names = "--out", paramLabel = "DIR", descriptionKey = "effect.out")
    private @Nullable Path out;

    EffectCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        long asked = Stream.of(all, place != null, demonstration != null)
                .filter(a -> a)
                .count();
        if (asked != 1) {
            throw new ParameterException(spec.commandLine(), context.say("effect.one-or-all"));
        }
        Registry registry = Stores.registry(context, root);
        LocalDate day = asOf == null ? registry.lastList() : asOf;
        registry.lastListSource(day);
        if (demonstration != null) {
            return demonstrate(demonstration, registry, day);
        }
        List<Finding> findings = all ? everywhere(registry, day) : at(registry, day);
        context.surroundings().out().print(text(findings));
        return Effect.hasEstimate(findings) ? ExitCode.DONE : ExitCode.NO_ANSWER;
    }

    /** One of the documented cases, made again from what is held now. */
    private int demonstrate(String name, Registry registry, LocalDate day) {
        DemonstrationOutput made = new DemonstrationOutput(
                Demonstrations.make(name, asOf == null ? held() : held().until(day), registry, day), context.lang());
        if (out != null) {
            try (OutputFolder folder =
                    OutputFolder.at(context.surroundings().folder().resolve(out))) {
                made.files().forEach(folder::write);
                folder.keep();
            }
        }
        context.surroundings().out().print(made.text(kind()));
        return ExitCode.DONE;
    }

    private List<Finding> at(Registry registry, LocalDate day) {
        Place found = Gazetteer.bundled().get(String.valueOf(place));
        HeldTables held = held();
        if (out == null) {
            return findings(new Effect(held, registry, s -> {}), found, day);
        }
        try (OutputFolder folder =
                OutputFolder.at(context.surroundings().folder().resolve(out))) {
            // Each specification is on disk before anything after the change it names is read.
            Effect effect = new Effect(held, registry, s -> folder.write(s.finding() + ".specification.txt", s.text()));
            List<Finding> findings = findings(effect, found, day);
            write(folder, findings);
            folder.keep();
            return findings;
        }
    }

    /** The releases asked for, else those that speak for the day, else those in use. */
    private HeldTables held() {
        return HeldTables.of(context.home(root), Optional.ofNullable(asOf), releases);
    }

    private List<Finding> findings(Effect effect, Place at, LocalDate day) {
        return harms ? effect.everyHarm(at, day) : effect.forPlace(at, day);
    }

    private void write(OutputFolder folder, List<Finding> findings) {
        Phrasebook book = Phrasebook.of(context.lang());
        folder.write("findings.json", Json.text(FindingRecord.of(findings)));
        folder.write("findings.csv", FindingRows.of(findings, context.lang()).text(Rows.Format.CSV));
        folder.write("findings.txt", FindingsText.of(findings, book));
        for (Finding finding : findings) {
            for (Figure figure : finding.figures()) {
                folder.write(figure.id() + ".svg", SeriesChart.draw(figure, book));
                folder.write(figure.id() + ".csv", FigureTable.csv(figure, context.lang()));
            }
        }
    }

    private List<Finding> everywhere(Registry registry, LocalDate day) {
        if (out != null) {
            throw new ParameterException(spec.commandLine(), context.say("effect.out-one"));
        }
        Effect effect = new Effect(held(), registry, s -> {});
        return EveryPlace.findings(Gazetteer.bundled().listPlaces(), place -> findings(effect, place, day));
    }

    private String text(List<Finding> findings) {
        Rows.Format kind = kind();
        return switch (kind) {
            case JSON -> Json.text(all ? EveryPlace.tree(findings) : FindingRecord.of(findings));
            case CSV -> FindingRows.of(findings, context.lang()).text(kind);
            case TABLE ->
                all
                        ? FindingRows.of(findings, context.lang()).text(kind)
                        : FindingsText.of(findings, Phrasebook.of(context.lang()));
        };
    }

    private Rows.Format kind() {
        return json ? Rows.Format.JSON : format == null ? Rows.Format.TABLE : format;
    }
}
