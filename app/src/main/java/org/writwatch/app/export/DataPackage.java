package org.writwatch.app.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.writwatch.app.command.Version;
import org.writwatch.app.export.RegistryExport.Standing;
import org.writwatch.facts.phrase.Lang;

/**
 * The descriptor {@code datapackage.json} (Data Package and Table Schema, version 2.0, datapackage.org): one resource for
 * each CSV with its columns, types, keys, size and hash.
 */
final class DataPackage {
    private DataPackage() {}

    /**
     * One CSV.
     *
     * @param bytes its size
     * @param sha256 its hash
     */
    record Part(ExportTable table, int bytes, String sha256) {}

    static Map<String, @Nullable Object> of(List<Part> parts, Standing standing) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("$schema", "https://datapackage.org/profiles/2.0/datapackage.json");
        tree.put("name", "writwatch-registry");
        tree.put("title", Dictionary.say("export.title", Lang.EN));
        tree.put("description", String.join("\n", Dictionary.about(standing, Lang.EN)));
        // The day of the data and not of the run: the same register is the same file.
        tree.put("version", standing.lastList().toString());
        tree.put("created", standing.lastList() + "T00:00:00Z");
        tree.put("keywords", List.of("287(g)", "immigration enforcement", "sheriffs", "police", "ICE"));
        tree.put(
                "licenses",
                List.of(texts(
                        "name", "CC-BY-4.0",
                        "path", "https://creativecommons.org/licenses/by/4.0/",
                        "title", "Creative Commons Attribution 4.0")));
        tree.put(
                "sources",
                List.of(
                        texts("title", "U.S. Immigration and Customs Enforcement, published lists of 287(g) agencies"),
                        texts("title", "DHS Office of Inspector General, report OIG-10-63"),
                        texts("title", "Federal Bureau of Investigation, agencies and police employees")));
        Map<String, Object> maker = texts("title", "Writwatch");
        maker.put("roles", List.of("creator"));
        tree.put("contributors", List.of(maker));
        List<Object> resources = new ArrayList<>();
        parts.forEach(p -> resources.add(resource(p)));
        tree.put("resources", resources);
        Map<String, @Nullable Object> own = new LinkedHashMap<>();
        own.put("as_of", standing.asOf().toString());
        own.put("last_list", standing.lastList().toString());
        own.put("made_by", "writwatch " + Version.number());
        own.put(
                "source_trouble",
                standing.trouble().map(t -> Dictionary.say(t, Lang.EN)).orElse(null));
        own.put("description_es", String.join("\n", Dictionary.about(standing, Lang.ES)));
        tree.put("writwatch", own);
        return tree;
    }

    private static Map<String, Object> resource(Part part) {
        ExportTable table = part.table();
        Map<String, Object> resource = new LinkedHashMap<>();
        resource.put("name", table.name());
        resource.put("path", "csv/" + table.name() + ".csv");
        resource.put("title", Dictionary.say("export.table." + table.name(), Lang.EN));
        resource.put("type", "table");
        resource.put("format", "csv");
        resource.put("mediatype", "text/csv");
        resource.put("encoding", "utf-8");
        resource.put("bytes", part.bytes());
        resource.put("hash", "sha256:" + part.sha256());
        Map<String, Object> dialect = new LinkedHashMap<>();
        dialect.put("delimiter", ",");
        dialect.put("lineTerminator", "\n");
        dialect.put("quoteChar", "\"");
        dialect.put("doubleQuote", true);
        dialect.put("header", true);
        resource.put("dialect", dialect);
        resource.put("schema", schema(table));
        return resource;
    }

    private static Map<String, Object> schema(ExportTable table) {
        Map<String, Object> schema = new LinkedHashMap<>();
        List<Object> fields = new ArrayList<>();
        for (Field field : table.fields()) {
            Map<String, Object> described = new LinkedHashMap<>();
            described.put("name", field.name());
            described.put("type", field.kind().word());
            if (field.kind() == Field.Kind.DATE) {
                described.put("format", "%Y-%m-%d");
            }
            described.put("description", Dictionary.meaning(table.name(), field.name(), Lang.EN));
            described.put("description_es", Dictionary.meaning(table.name(), field.name(), Lang.ES));
            Map<String, Object> constraints = new LinkedHashMap<>();
            if (table.key().contains(field.name())) {
                constraints.put("required", true);
                constraints.put("unique", true);
            }
            if (!field.values().isEmpty()) {
                constraints.put("enum", field.values());
            }
            if (!constraints.isEmpty()) {
                described.put("constraints", constraints);
            }
            fields.add(described);
        }
        schema.put("fields", fields);
        schema.put("missingValues", List.of(""));
        if (!table.key().isEmpty()) {
            schema.put("primaryKey", table.key());
        }
        List<Object> foreign = new ArrayList<>();
        table.link().forEach((column, other) -> {
            Map<String, Object> link = new LinkedHashMap<>();
            link.put("fields", List.of(column));
            link.put("reference", reference(other, column));
            foreign.add(link);
        });
        if (!foreign.isEmpty()) {
            schema.put("foreignKeys", foreign);
        }
        return schema;
    }

    private static Map<String, Object> reference(String table, String column) {
        Map<String, Object> reference = new LinkedHashMap<>();
        reference.put("resource", table);
        reference.put("fields", List.of(column));
        return reference;
    }

    private static Map<String, Object> texts(String... pairs) {
        Map<String, Object> texts = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            texts.put(pairs[i], pairs[i + 1]);
        }
        return texts;
    }
}
