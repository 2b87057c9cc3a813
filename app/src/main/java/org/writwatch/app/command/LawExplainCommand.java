package org.writwatch.app.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.writwatch.app.ExitCode;
import org.writwatch.app.output.Json;
import org.writwatch.app.output.Rows;
import org.writwatch.law.Law;
import org.writwatch.law.explain.Explainer;
import org.writwatch.law.explain.Explainers;
import org.writwatch.law.text.ExplainerText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code writwatch law explain [TOPIC]}: a topic in plain words, each sentence with its source; without one, the topics. */
@Command(name = "explain", mixinStandardHelpOptions = true)
final class LawExplainCommand implements Callable<Integer> {
    private final Context context;

    @Parameters(paramLabel = "TOPIC", arity = "0..1", descriptionKey = "topic")
    private @Nullable String topic;

    @Option(names = "--format", paramLabel = "table|csv|json", descriptionKey = "rows-format")
    private Rows.Format format = Rows.Format.TABLE;

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    LawExplainCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Explainers explainers = Explainers.of(Law.bundled());
        Rows.Format shape = json ? Rows.Format.JSON : format;
        context.surroundings()
                .out()
                .print(topic == null ? topics(explainers, shape) : one(explainers.get(topic), shape));
        return ExitCode.DONE;
    }

    private String topics(Explainers explainers, Rows.Format shape) {
        List<List<String>> rows = explainers.list().stream()
                .map(e -> List.of(
                        e.id(),
                        e.title(context.lang()),
                        String.valueOf(e.sentences().size()),
                        String.valueOf(e.sentences().stream()
                                .filter(Explainer.Sentence::verified)
                                .count())))
                .toList();
        return new Rows(List.of("topic", "title", "sentences", "verified"), rows).text(shape);
    }

    private String one(Explainer explainer, Rows.Format shape) {
        if (shape == Rows.Format.CSV) {
            List<List<String>> rows = explainer.sentences().stream()
                    .map(s -> List.of(
                            s.said(context.lang()),
                            String.valueOf(s.verified()),
                            String.join(
                                    " ",
                                    s.rests().stream().map(Explainer.Basis::id).toList())))
                    .toList();
            return new Rows(List.of("text", "verified", "sources"), rows).text(shape);
        }
        if (shape == Rows.Format.JSON) {
            Map<String, @Nullable Object> tree = new LinkedHashMap<>(explainer.json(context.lang()));
            tree.put("notice", context.say(org.writwatch.facts.phrase.Phrase.of("law", "notice")));
            return Json.text(tree);
        }
        return ExplainerText.of(explainer, context.lang());
    }
}
