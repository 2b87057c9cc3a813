package org.writwatch.app.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.writwatch.agreements.roster.PublishedList;
import org.writwatch.agreements.store.Brought;
import org.writwatch.agreements.store.RegisterStore;
import org.writwatch.app.ExitCode;
import org.writwatch.app.output.Json;
import org.writwatch.app.output.Rows;
import org.writwatch.app.sync.IceSync;
import org.writwatch.app.sync.ListFolder;
import org.writwatch.app.sync.OutcomeFolder;
import org.writwatch.evidence.store.Generation;
import org.writwatch.evidence.store.TableStore;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.facts.problem.MachineFailure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/**
 * {@code writwatch sync [ice|outcomes] [--from DIR]}: brings lists or outcome tables in. The only command that touches the network; it names the
 * host, and asks once before it visits a government.
 */
@Command(name = "sync", mixinStandardHelpOptions = true)
final class SyncCommand implements Callable<Integer> {
    private static final int MOST_SAID = 3;

    private final Context context;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private Root root;

    @Parameters(paramLabel = "SOURCE", arity = "0..*", descriptionKey = "sync.source")
    private List<String> sources = List.of("ice");

    @Option(names = "--from", paramLabel = "DIR", descriptionKey = "sync.from")
    private @Nullable Path from;

    @Option(names = "--through", paramLabel = "YYYY-MM-DD", descriptionKey = "sync.through")
    private @Nullable LocalDate through;

    @Option(names = "--yes", descriptionKey = "sync.yes")
    private boolean yes;

    @Option(names = "--proxy", paramLabel = "http://H:P|socks://H:P", descriptionKey = "sync.proxy")
    private @Nullable String proxy;

    @Option(names = "--mirror", paramLabel = "ADDRESS", descriptionKey = "sync.mirror")
    private @Nullable String mirror;

    @Option(names = "--json")
    private boolean json;

    SyncCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        if (sources.equals(List.of("outcomes"))) {
            return outcomes();
        }
        if (!sources.stream().allMatch("ice"::equals)) {
            throw new ParameterException(
                    spec.commandLine(), context.say("sync.no-such-source", String.join(" ", sources)));
        }
        Path home = context.home(root);
        Brought brought;
        if (from != null) {
            brought = new RegisterStore(home)
                    .bring(ListFolder.read(context.surroundings().folder().resolve(from)));
        } else {
            IceSync visit = visit(home, proxy());
            agree(visit, home);
            context.surroundings().err().println(context.say("sync.visiting", visit.host()));
            brought = visit.run(LocalDate.now(Clock.systemUTC()));
        }
        context.surroundings().out().print(json ? tree(brought) : text(brought));
        return ExitCode.DONE;
    }

    /**
     * Outcome tables come from files: most publishers want a person to agree to terms or to count rows first. Without a
     * folder, tables that were lost are made again from their kept sources.
     */
    private int outcomes() {
        Rows.Format format = json ? Rows.Format.JSON : Rows.Format.TABLE;
        if (from == null) {
            TableStore lost = new TableStore(context.home(root));
            List<Generation> again = lost.rebuild();
            if (!again.isEmpty()) {
                context.surroundings()
                        .out()
                        .print(OutcomeFolder.rows(lost, again).text(format));
                return ExitCode.DONE;
            }
            context.surroundings().out().print(OutcomeFolder.known().text(format));
            throw new ParameterException(spec.commandLine(), context.say("sync.outcomes.from"));
        }
        Path folder = context.surroundings().folder().resolve(from);
        List<Generation> made = OutcomeFolder.bring(context.home(root), folder, Optional.ofNullable(through));
        TableStore store = new TableStore(context.home(root));
        context.surroundings().out().print(OutcomeFolder.rows(store, made).text(format));
        made.forEach(g -> sayKeptOut(store, g));
        return ExitCode.DONE;
    }

    /** What of a table is not in use, the first rows with their reasons, and where all of them stand. */
    private void sayKeptOut(TableStore store, Generation made) {
        PrintWriter err = context.surroundings().err();
        if (made.rejected() > 0) {
            String file = "tables/" + made.table() + "/" + made.id() + ".kept-out.csv";
            err.println(context.say("sync.outcomes.kept-out", made.file(), made.rejected(), file));
            store.keptOut(made).stream().limit(MOST_SAID).forEach(line -> err.println("  " + line));
        }
        OutcomeFolder.unasked(store.descriptor(made)).ifPresent(why -> err.println(context.say(why)));
        if (made.repeated() > 0) {
            err.println(context.say("sync.outcomes.repeated", made.file(), made.repeated()));
        }
    }

    private IceSync visit(Path home, Proxy through) {
        try {
            return new IceSync(home, Optional.ofNullable(mirror).map(URI::create), through);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(
                    spec.commandLine(), context.say("sync.no-such-mirror", String.valueOf(mirror)), e);
        }
    }

    private Proxy proxy() {
        if (proxy == null) {
            return Proxy.NO_PROXY;
        }
        try {
            return IceSync.proxy(proxy);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), context.say("sync.no-such-proxy", proxy), e);
        }
    }

    /** Asks once before a government's host is visited, and remembers the answer in the home folder. */
    private void agree(IceSync visit, Path home) {
        Path agreed = home.resolve("ice-287g").resolve("agreed");
        if (!visit.isGovernment()) {
            return;
        }
        try {
            if (Files.isRegularFile(agreed)
                    && Files.readAllLines(agreed, StandardCharsets.UTF_8).contains(visit.host())) {
                return;
            }
            if (!yes && !asked(visit.host())) {
                throw new ParameterException(spec.commandLine(), context.say("sync.not-agreed", visit.host()));
            }
            Files.createDirectories(agreed.getParent());
            Files.writeString(
                    agreed,
                    visit.host() + "\n",
                    StandardCharsets.UTF_8,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new MachineFailure(Phrase.of("agreements", "store.not-writable"), e);
        }
    }

    private boolean asked(String host) {
        if (!context.surroundings().terminal()) {
            return false;
        }
        context.surroundings().err().print(context.say("sync.ask", host) + " ");
        context.surroundings().err().flush();
        return context.surroundings()
                .dialog()
                .line()
                .map(a -> a.strip().toLowerCase(Locale.ROOT))
                .filter(List.of("y", "yes", "s", "sí", "si")::contains)
                .isPresent();
    }

    private String text(Brought brought) {
        StringBuilder text = new StringBuilder();
        for (PublishedList list : brought.added()) {
            text.append(context.say(
                            brought.aside().contains(list) ? "sync.added-aside" : "sync.added",
                            list.file(),
                            list.date()))
                    .append('\n');
        }
        return text.append(context.say("sync.done", brought.added().size(), brought.known(), brought.lastList()))
                .append('\n')
                .toString();
    }

    private static String tree(Brought brought) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("added", brought.added().stream().map(PublishedList::file).toList());
        tree.put(
                "quarantined", brought.aside().stream().map(PublishedList::file).toList());
        tree.put("known", brought.known());
        tree.put("last_list", brought.lastList().toString());
        return Json.text(tree);
    }
}
