package org.writwatch.evidence.table;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes a descriptor as the data package it could have been read from, keys in a fixed order. */
final class DescriptorText {
    private DescriptorText() {}

    /** @param hash SHA-256 of the bytes it describes; empty for any release of that shape */
    static String of(TableDescriptor table, String hash) {
        Map<String, Object> resource = new LinkedHashMap<>();
        resource.put("name", table.name());
        resource.put("path", table.path());
        if (!hash.isEmpty()) {
            resource.put("hash", "sha256:" + hash);
        }
        resource.put("dialect", Map.of("delimiter", String.valueOf(table.delimiter())));
        resource.put("licenses", List.of(Map.of("name", table.licence())));
        resource.put(
                "schema",
                Map.of(
                        "fields",
                        table.columns().stream().map(DescriptorText::column).toList()));
        resource.put("writwatch", block(table));
        try {
            return new ObjectMapper()
                            .writerWithDefaultPrettyPrinter()
                            .writeValueAsString(Map.of("resources", List.of(resource)))
                    + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Object> column(TableDescriptor.Column column) {
        Map<String, Object> field = new LinkedHashMap<>();
        field.put("name", column.name());
        field.put("type", column.type());
        field.put("decimalChar", column.decimalChar());
        field.put("groupChar", column.groupChar());
        return field;
    }

    private static Map<String, Object> block(TableDescriptor table) {
        Map<String, Object> block = new LinkedHashMap<>();
        block.put("unit", table.unit());
        block.put(
                "period",
                pair("field", table.period().field(), "kind", table.period().kind()));
        block.put("place", code(table.place()));
        table.state().ifPresent(s -> block.put("state", s));
        block.put("codes", table.codes().stream().map(DescriptorText::code).toList());
        block.put("groups", table.groups());
        block.put("values", table.values());
        block.put("absence", table.absence() == TableDescriptor.Absence.ZERO ? "zero" : "not-reported");
        block.put(
                "leave_out",
                table.leaveOut().stream()
                        .map(l -> {
                            Map<String, Object> rule = pair("field", l.field(), "is", l.is());
                            rule.put("why", l.why());
                            return rule;
                        })
                        .toList());
        table.complete().ifPresent(c -> block.put("complete", pair("field", c.field(), "of", c.of())));
        table.vintageColumn().ifPresent(v -> block.put("vintage_field", v));
        block.put("vintage", table.vintage());
        block.put("within", table.within().from() + "/" + table.within().to());
        block.put("rows", table.rows());
        if (!table.answers().isEmpty()) {
            block.put(
                    "answers",
                    table.answers().stream().map(DescriptorText::answers).toList());
        }
        table.released().ifPresent(d -> block.put("released", d.toString()));
        return block;
    }

    private static Map<String, Object> answers(TableDescriptor.Answers answers) {
        Map<String, Object> node = pair("harm", answers.harm(), "measure", answers.measure());
        if (!answers.per().isEmpty()) {
            node.put("per", answers.per());
        }
        if (answers.control()) {
            node.put("control", true);
        }
        if (!answers.only().isEmpty()) {
            node.put("only", answers.only());
        }
        if (!answers.without().isEmpty()) {
            node.put("without", answers.without());
        }
        return node;
    }

    private static Map<String, Object> code(TableDescriptor.Code code) {
        return code.constant().isEmpty()
                ? pair("field", code.field(), "kind", code.kind())
                : pair("constant", code.constant(), "kind", code.kind());
    }

    private static Map<String, Object> pair(String one, Object first, String other, Object second) {
        Map<String, Object> node = new LinkedHashMap<>();
        node.put(one, first);
        node.put(other, second);
        return node;
    }
}
