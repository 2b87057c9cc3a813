package org.writwatch.app.sync;

import java.io.IOException;
import java.net.Proxy;
import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.writwatch.agreements.store.Brought;
import org.writwatch.agreements.store.Incoming;
import org.writwatch.agreements.store.RegisterStore;
import org.writwatch.agreements.store.Visits;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.facts.problem.BadInput;
import org.writwatch.facts.problem.MachineFailure;
import org.writwatch.facts.problem.Problem;

/**
 * Brings in the lists ICE's page links now, or those that a mirror of it links.
 *
 * <p>Each list is kept as soon as it is here with what the source knows it by, so that an interrupted visit goes on where
 * it stopped and a later one is not sent again what has not changed; the register changes only when all of them are here
 * and read. A visit that fails is written down, and every command says so until one succeeds.
 */
public final class IceSync {
    private static final Set<String> PAGES = Set.of("", "text/html", "application/xhtml+xml");
    private static final Set<String> NO_LISTS =
            Set.of("text/html", "application/xhtml+xml", "text/plain", "application/json", "application/pdf");

    private final Path home;
    private final URI page;
    private final Fetcher fetcher;

    /**
     * @param mirror the address of a page that links the same lists, http or https; empty for ICE's own
     * @param proxy how to get there
     * @throws IllegalArgumentException when the mirror is no such address
     */
    public IceSync(Path home, Optional<URI> mirror, Proxy proxy) {
        this(home, mirror, proxy, Fetcher.Manners.towards(mirror.orElse(IcePage.ADDRESS)));
    }

    IceSync(Path home, Optional<URI> mirror, Proxy proxy, Fetcher.Manners manners) {
        this.home = home;
        this.page = mirror.orElse(IcePage.ADDRESS);
        if (!Fetcher.isWeb(page)) {
            throw new IllegalArgumentException(page.toString());
        }
        this.fetcher = new Fetcher(proxy, manners);
    }

    /**
     * The proxy at "http://host:port" or "socks://host:port".
     *
     * @throws IllegalArgumentException when it is neither
     */
    public static Proxy proxy(String address) {
        return Fetcher.proxy(address);
    }

    /** The host that will see the visit. */
    public String host() {
        return String.valueOf(page.getHost());
    }

    /** Whether the host belongs to a government. */
    public boolean isGovernment() {
        String host = host().toLowerCase(java.util.Locale.ROOT).replaceFirst("\\.$", "");
        return host.endsWith(".gov") || host.endsWith(".mil");
    }

    /**
     * Visits the page and brings its lists in.
     *
     * @param today the day to write down for the visit
     */
    public Brought run(LocalDate today) {
        try {
            Kept kept = Kept.in(home.resolve("ice-287g"));
            List<Incoming> lists = new ArrayList<>();
            for (URI address : IcePage.lists(page, page(kept))) {
                lists.add(new Incoming(Fetcher.name(address), list(kept, address)));
            }
            Brought brought;
            try {
                brought = new RegisterStore(home).bring(lists);
            } finally {
                kept.clearArriving();
            }
            Visits.of(home).note(today, true);
            return brought;
        } catch (IOException e) {
            throw new MachineFailure(Phrase.of("agreements", "store.not-writable"), e);
        } catch (Problem e) {
            Visits.of(home).note(today, false);
            throw e;
        }
    }

    private byte[] page(Kept kept) throws IOException {
        Fetcher.Answer answer = fetcher.get(page, kept.version(page));
        if (answer.unchanged()) {
            return kept.bytes(page);
        }
        if (!PAGES.contains(answer.type())) {
            throw refused(page, answer, "sync.page.expected");
        }
        kept.keepPage(page, answer.body(), answer.version());
        return answer.body();
    }

    private byte[] list(Kept kept, URI address) throws IOException {
        Fetcher.Answer answer = fetcher.get(address, kept.version(address));
        if (answer.unchanged()) {
            return kept.bytes(address);
        }
        if (NO_LISTS.contains(answer.type())) {
            throw refused(address, answer, "sync.list.expected");
        }
        kept.keepArriving(address, answer.body(), answer.version());
        return answer.body();
    }

    private static BadInput refused(URI address, Fetcher.Answer answer, String expected) {
        String name = Fetcher.name(address);
        return new BadInput(
                name.isEmpty() ? String.valueOf(address.getHost()) : name,
                Phrase.of("app", "sync.type.found", answer.type()),
                Phrase.of("app", expected),
                Phrase.of("app", "sync.page.remedy"));
    }
}
