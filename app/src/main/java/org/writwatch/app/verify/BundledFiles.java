package org.writwatch.app.verify;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.writwatch.facts.bundle.Bundle;
import org.writwatch.facts.check.Checked;

/**
 * The data files that travel with the project. Each needs a line in a list of sources, each line its file; in a jar the bytes
 * of every file must have the checksum (CRC-32) the jar was made with.
 */
final class BundledFiles {
    private BundledFiles() {}

    /** Every file of a module, in order; its SHA-256 is what was found. */
    static List<Checked> of(String module) throws IOException {
        URL list = Bundle.class.getResource("/org/writwatch/" + module + "/sources.csv");
        if (list == null) {
            return List.of(Checked.missing(module + "/sources.csv", ""));
        }
        return list.getProtocol().equals("jar") ? inJar(module, list) : inFolder(module, list);
    }

    private static List<Checked> inFolder(String module, URL list) throws IOException {
        Path root = Path.of(uri(list)).resolve("../../../..").normalize();
        return look(module, root, Map.of());
    }

    private static List<Checked> inJar(String module, URL list) throws IOException {
        String address = list.toString();
        Path jar = Path.of(URI.create(address.substring("jar:".length(), address.indexOf("!/"))));
        return in(module, jar);
    }

    /** Those in a jar. */
    static List<Checked> in(String module, Path jar) throws IOException {
        Map<String, String> broken = broken(jar);
        try (FileSystem inside = FileSystems.newFileSystem(jar)) {
            return look(module, inside.getPath("/"), broken);
        }
    }

    private static List<Checked> look(String module, Path root, Map<String, String> broken) throws IOException {
        TreeMap<String, Checked> found = new TreeMap<>();
        Path own = root.resolve("org/writwatch/" + module);
        try (var walk = Files.walk(own)) {
            for (Path file : walk.filter(Files::isRegularFile)
                    .filter(f -> !f.toString().endsWith(".class"))
                    .toList()) {
                String shown = root.resolve("org/writwatch")
                        .relativize(file)
                        .toString()
                        .replace('\\', '/');
                String why = broken.get("org/writwatch/" + shown);
                found.put(shown, why == null ? Checked.same(shown, hash(file)) : differs(shown, why));
            }
        }
        for (String fault : Bundle.unlisted(root)) {
            // "org/writwatch/MODULE/FILE: why", or "… line N: lists 'FILE', which is not there"
            String where = fault.substring(0, Math.max(0, fault.indexOf(": ")));
            String at = where.replaceFirst(" line [0-9]+$", "");
            if (!at.endsWith(".class") && at.startsWith("org/writwatch/" + module + "/")) {
                String shown = at.substring("org/writwatch/".length());
                boolean extra = found.containsKey(shown) && !shown.endsWith("sources.csv");
                found.put(
                        shown,
                        new Checked(
                                shown,
                                extra ? Checked.State.EXTRA : Checked.State.DIFFERS,
                                "",
                                fault.substring(where.length() + 2)));
            }
        }
        return List.copyOf(found.values());
    }

    /** Entries of a jar that do not have the checksum it was made with; a jar that cannot be walked ends there. */
    private static Map<String, String> broken(Path jar) throws IOException {
        Map<String, String> broken = new TreeMap<>();
        String last = "";
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(jar))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                last = entry.getName();
                in.transferTo(OutputStream.nullOutputStream());
            }
        } catch (ZipException e) {
            broken.put(last, String.valueOf(e.getMessage()));
        }
        return broken;
    }

    private static Checked differs(String shown, String why) {
        return new Checked(shown, Checked.State.DIFFERS, "", why);
    }

    private static String hash(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                DigestOutputStream out =
                        new DigestOutputStream(OutputStream.nullOutputStream(), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(out);
            return HexFormat.of().formatHex(out.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        } catch (ZipException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static URI uri(URL url) {
        try {
            return url.toURI();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Names of the modules that carry data. */
    static List<String> modules() {
        return new ArrayList<>(List.of("facts", "agreements", "evidence", "law", "papers", "app"));
    }
}
