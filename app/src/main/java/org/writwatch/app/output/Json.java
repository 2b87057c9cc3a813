package org.writwatch.app.output;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Trees of maps, lists, texts, numbers, booleans and null as JSON: two spaces, line feeds, keys in the map's order. */
public final class Json {
    private static final JsonFactory FACTORY = new JsonFactory();

    private Json() {}

    /**
     * The tree as text with a final line feed.
     *
     * @throws IllegalArgumentException when the tree holds anything else, or a number that is not finite
     */
    public static String text(@Nullable Object tree) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = FACTORY.createGenerator(text)) {
            DefaultIndenter indent = new DefaultIndenter("  ", "\n");
            DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
            printer.indentObjectsWith(indent);
            printer.indentArraysWith(indent);
            generator.setPrettyPrinter(printer);
            write(generator, tree);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.append('\n').toString();
    }

    /** The same on one line, without a line feed at its end. */
    public static String line(@Nullable Object tree) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = FACTORY.createGenerator(text)) {
            write(generator, tree);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void write(JsonGenerator to, @Nullable Object tree) throws IOException {
        if (tree == null) {
            to.writeNull();
        } else if (tree instanceof Map<?, ?> map) {
            to.writeStartObject();
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                to.writeFieldName(String.valueOf(entry.getKey()));
                write(to, entry.getValue());
            }
            to.writeEndObject();
        } else if (tree instanceof Iterable<?> list) {
            to.writeStartArray();
            for (Object item : list) {
                write(to, item);
            }
            to.writeEndArray();
        } else if (tree instanceof Boolean b) {
            to.writeBoolean(b);
        } else if (tree instanceof Integer || tree instanceof Long) {
            to.writeNumber(((Number) tree).longValue());
        } else if (tree instanceof Double d && Double.isFinite(d)) {
            to.writeNumber(d);
        } else if (tree instanceof String || tree instanceof java.time.temporal.Temporal || tree instanceof Enum<?>) {
            to.writeString(tree.toString());
        } else {
            throw new IllegalArgumentException("not JSON: " + tree);
        }
    }
}
