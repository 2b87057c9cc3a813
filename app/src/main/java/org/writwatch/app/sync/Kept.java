package org.writwatch.app.sync;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.writwatch.agreements.roster.Hashes;

/**
 * What an address held when it was last visited: its bytes, and by what the source knows them, so that a second visit
 * costs the source nothing and an interrupted one goes on where it stopped. {@code HOME/ice-287g/visited} has a line for
 * each address: address, hash, ETag and Last-Modified, with tabs between.
 */
final class Kept {
    private final Path folder;
    private final Path note;
    private final Map<String, Entry> entries = new TreeMap<>();

    private record Entry(String sha256, Fetcher.Version version) {}

    private Kept(Path folder) {
        this.folder = folder;
        this.note = folder.resolve("visited");
    }

    /** That of the folder of a source; a note that cannot be read is as none. */
    static Kept in(Path folder) throws IOException {
        Kept kept = new Kept(folder);
        if (Files.isRegularFile(kept.note)) {
            for (String line :
                    Files.readString(kept.note, StandardCharsets.UTF_8).split("\n", -1)) {
                String[] parts = line.split("\t", -1);
                if (parts.length == 4 && parts[1].matches("[0-9a-f]{64}")) {
                    kept.entries.put(parts[0], new Entry(parts[1], new Fetcher.Version(parts[2], parts[3])));
                }
            }
        }
        return kept;
    }

    /** The version held of an address; none when its bytes are not here any more. */
    Fetcher.Version version(URI address) throws IOException {
        Entry entry = entries.get(address.toString());
        return entry == null || bytes(entry.sha256).isEmpty() ? Fetcher.Version.NONE : entry.version;
    }

    /** The bytes held of an address. */
    byte[] bytes(URI address) throws IOException {
        Entry entry = entries.get(address.toString());
        return Optional.ofNullable(entry)
                .map(Entry::sha256)
                .flatMap(this::bytes)
                .orElseThrow(() -> new IOException("not kept: " + address));
    }

    private Optional<byte[]> bytes(String sha256) {
        for (String place : new String[] {"originals/%s.xlsx", "arriving/%s", "pages/%s.html"}) {
            Path file = folder.resolve(String.format(java.util.Locale.ROOT, place, sha256));
            try {
                if (Files.isRegularFile(file)) {
                    byte[] content = Files.readAllBytes(file);
                    if (Hashes.sha256(content).equals(sha256)) {
                        return Optional.of(content);
                    }
                }
            } catch (IOException e) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** Keeps a list until the register has it. */
    void keepArriving(URI address, byte[] content, Fetcher.Version version) throws IOException {
        keep(address, "arriving/%s", content, version);
    }

    /** Keeps the page that linked the lists. */
    void keepPage(URI address, byte[] content, Fetcher.Version version) throws IOException {
        keep(address, "pages/%s.html", content, version);
    }

    private void keep(URI address, String place, byte[] content, Fetcher.Version version) throws IOException {
        String sha256 = Hashes.sha256(content);
        write(folder.resolve(String.format(java.util.Locale.ROOT, place, sha256)), content);
        entries.put(address.toString(), new Entry(sha256, version));
        StringBuilder lines = new StringBuilder();
        entries.forEach((at, e) ->
                lines.append(at + "\t" + e.sha256 + "\t" + e.version.etag() + "\t" + e.version.modified() + "\n"));
        write(note, lines.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Forgets what was on its way: the register has it, or refused it. */
    void clearArriving() throws IOException {
        Path arriving = folder.resolve("arriving");
        if (Files.isDirectory(arriving)) {
            try (Stream<Path> files = Files.list(arriving)) {
                for (Path file : files.toList()) {
                    Files.deleteIfExists(file);
                }
            }
            Files.deleteIfExists(arriving);
        }
    }

    private static void write(Path file, byte[] content) throws IOException {
        Files.createDirectories(file.getParent());
        Path aside = Files.createTempFile(file.getParent(), "new", ".partial");
        Files.write(aside, content);
        Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
