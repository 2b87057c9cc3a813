package org.writwatch.evidence.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.writwatch.evidence.table.TableDescriptor;
import org.writwatch.facts.problem.BadInput;

/**
 * What was taken in: a descriptor and the bytes it describes. Kept as a data package beside the bytes, under the hash of its
 * own text, so that every table can be made again from {@code sources/} alone.
 *
 * @param table the descriptor; its path is the name of the file that came
 * @param source SHA-256 of the bytes
 */
record Receipt(TableDescriptor table, String source) {
    static final Pattern FILE = Pattern.compile("[0-9a-f]{16}\\.json");
    private static final Pattern HASH = Pattern.compile("sha256:[0-9a-f]{64}");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The text that is kept. */
    String text() {
        return table.json(source);
    }

    /** Name of the generation made from it: the first 16 digits of the SHA-256 of {@link #text}. */
    String id() {
        return HomeFiles.hash(text()).substring(0, 16);
    }

    /**
     * Reads one back.
     *
     * @throws IOException it is none, or is not what its name says
     */
    static Receipt read(Path file) throws IOException {
        String name = String.valueOf(file.getFileName());
        try {
            String text = Files.readString(file, StandardCharsets.UTF_8);
            JsonNode hash = JSON.readTree(text).at("/resources/0/hash");
            if (!HASH.matcher(hash.asText()).matches()) {
                throw new IOException("no receipt: " + name);
            }
            Receipt receipt = new Receipt(
                    TableDescriptor.read(name, text).get(0), hash.asText().substring("sha256:".length()));
            if (!receipt.text().equals(text) || !name.equals(receipt.id() + ".json")) {
                throw new IOException("not as it was left: " + name);
            }
            return receipt;
        } catch (BadInput e) {
            throw new IOException("no receipt: " + name, e);
        }
    }
}
