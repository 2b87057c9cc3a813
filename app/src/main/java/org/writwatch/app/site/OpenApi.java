package org.writwatch.app.site;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.writwatch.app.command.Version;
import org.writwatch.app.output.Json;

/** The description of {@code api/} for programs: OpenAPI 3.1. */
final class OpenApi {
    private OpenApi() {}

    /** The document, as JSON. */
    static String text() {
        Map<String, @Nullable Object> paths = new LinkedHashMap<>();
        paths.put("/api/index.json", get("Every county and agency with its file", List.of(), "index"));
        paths.put("/api/agreements.json", get("Every agreement on any list", List.of(), "agreements"));
        paths.put("/api/cases.json", get("Every case of the casebook", List.of(), "cases"));
        paths.put(
                "/api/county/{slug}.json",
                get(
                        "One county: who polices it, agreements, what state law says, findings, the command that makes them"
                                + " again",
                        List.of(parameter("slug", "mecklenburg-county-nc", "[a-z0-9-]+")),
                        "county"));
        paths.put(
                "/api/state/{code}.json",
                get("The counties of one state", List.of(parameter("code", "nc", "[a-z]{2}")), "state"));
        paths.put(
                "/api/agency/{id}.json",
                get(
                        "One agency and its agreements",
                        List.of(parameter("id", "mecklenburg-county-sheriffs-office-nc", "[a-z0-9-]+")),
                        "agency"));
        paths.put("/health", get("Whether the server is up, and the day it speaks for", List.of(), "health"));
        Map<String, @Nullable Object> schemas = new LinkedHashMap<>();
        for (String name : List.of("index", "agreements", "cases", "county", "state", "agency")) {
            schemas.put(name, schema(List.of("schema", "as_of", "last_list", "licence")));
        }
        schemas.put("health", schema(List.of("status", "as_of")));
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("openapi", "3.1.0");
        tree.put(
                "info",
                Map.of(
                        "title",
                        "Writwatch",
                        "version",
                        Version.number(),
                        "description",
                        "Read only: GET and HEAD. No key, no cookie, no log of visitors. The same files lie in a"
                                + " static copy of the site.",
                        "license",
                        Map.of("name", "CC BY 4.0", "identifier", "CC-BY-4.0")));
        tree.put("paths", paths);
        tree.put("components", Map.of("schemas", schemas));
        return Json.text(sorted(tree));
    }

    private static Map<String, @Nullable Object> get(String summary, List<Object> parameters, String schema) {
        Map<String, @Nullable Object> content = new LinkedHashMap<>();
        content.put("application/json", Map.of("schema", Map.of("$ref", "#/components/schemas/" + schema)));
        Map<String, @Nullable Object> ok = new LinkedHashMap<>();
        ok.put("description", summary);
        ok.put("content", content);
        Map<String, @Nullable Object> answers = new LinkedHashMap<>();
        answers.put("200", ok);
        if (!parameters.isEmpty()) {
            answers.put("404", Map.of("description", "There is none of this name"));
        }
        answers.put("503", Map.of("description", "Too many questions at once: ask again after the seconds it names"));
        Map<String, @Nullable Object> get = new LinkedHashMap<>();
        get.put("operationId", schema);
        get.put("summary", summary);
        get.put("parameters", parameters);
        get.put("responses", answers);
        return Map.of("get", get);
    }

    private static Object parameter(String name, String example, String pattern) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("name", name);
        map.put("in", "path");
        map.put("required", true);
        map.put("schema", sorted(Map.of("type", "string", "pattern", "^" + pattern + "$")));
        map.put("example", example);
        return map;
    }

    private static Map<String, @Nullable Object> schema(List<String> required) {
        Map<String, @Nullable Object> properties = new LinkedHashMap<>();
        required.forEach(r -> properties.put(r, Map.of("type", "string")));
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("type", "object");
        map.put("required", required);
        map.put("properties", properties);
        return map;
    }

    /** A map without an order of its own, in that of its keys. */
    private static Map<String, @Nullable Object> sorted(Map<String, ?> map) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        map.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(e -> {
            Object value = e.getValue();
            if (value instanceof Map<?, ?> inner) {
                Map<String, Object> named = new LinkedHashMap<>();
                inner.forEach((k, v) -> named.put(String.valueOf(k), v));
                tree.put(e.getKey(), e.getKey().equals("paths") ? named : sorted(named));
            } else {
                tree.put(e.getKey(), value);
            }
        });
        return tree;
    }
}
