package org.writwatch.app.sync;

import java.io.IOException;
import java.net.Proxy;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.writwatch.agreements.roster.Hashes;
import org.writwatch.agreements.store.Brought;
import org.writwatch.agreements.store.Incoming;
import org.writwatch.agreements.store.RegisterStore;
import org.writwatch.agreements.store.Visits;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.facts.problem.MachineFailure;
import org.writwatch.facts.problem.Problem;

/**
 * Brings in the lists ICE's page links now, or those that a mirror of it links.
 *
 * <p>Each list is kept as soon as it is here, so that an interrupted visit goes on where it stopped; the register
 * changes only when all of them are here and read. A visit that fails is written down, and every command says so until
 * one succeeds.
 */
public final class IceSync {
    private static final long PAUSE_MILLIS = 1_000;

    private final Path home;
    private final URI page;
    private final Fetcher fetcher;

    /**
     * @param mirror the address of a page that links the same lists; empty for ICE's own
     * @param proxy how to get there
     */
    public IceSync(Path home, Optional<URI> mirror, Proxy proxy) {
        this.home = home;
        this.page = mirror.orElse(IcePage.ADDRESS);
        this.fetcher = new Fetcher(proxy, mirror.isPresent() ? 0 : PAUSE_MILLIS);
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
        return host().endsWith(".gov") || host().endsWith(".mil");
    }

    /**
     * Visits the page and brings its lists in.
     *
     * @param today the day to write down for the visit
     */
    public Brought run(LocalDate today) {
        try {
            List<Incoming> lists = new ArrayList<>();
            List<Path> kept = new ArrayList<>();
            for (URI address : IcePage.lists(page, fetcher.get(page))) {
                Path file = arriving(address);
                if (!Files.isRegularFile(file)) {
                    keep(file, fetcher.get(address));
                }
                kept.add(file);
                lists.add(new Incoming(Fetcher.name(address), Files.readAllBytes(file)));
            }
            Brought brought;
            try {
                brought = new RegisterStore(home).bring(lists);
            } finally {
                for (Path file : kept) {
                    Files.deleteIfExists(file);
                }
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

    private Path arriving(URI address) {
        String id = Hashes.sha256(address.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return home.resolve("ice-287g").resolve("arriving").resolve(id.substring(0, 16) + ".xlsx");
    }

    private static void keep(Path file, byte[] content) throws IOException {
        Files.createDirectories(file.getParent());
        Path aside = Files.createTempFile(file.getParent(), "list", ".partial");
        Files.write(aside, content);
        Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
