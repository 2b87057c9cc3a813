package org.writwatch.app.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.writwatch.app.export.RegistryExport.Standing;
import org.writwatch.app.output.Json;
import org.writwatch.app.output.Manifest;
import org.writwatch.app.output.OutputFolder;
import org.writwatch.app.output.Rows;
import org.writwatch.facts.bundle.Bundle;
import org.writwatch.facts.bundle.Row;

/** The files of an export: each table in four forms, what the columns mean, the data package, the peer's columns. */
final class ExportFiles {
    private static final String PEER = "export/peer-ice-287g.csv";

    private ExportFiles() {}

    static void write(List<ExportTable> tables, Standing standing, OutputFolder folder) {
        List<DataPackage.Part> parts = new ArrayList<>();
        for (ExportTable table : tables) {
            byte[] csv =
                    new Rows(table.header(), table.rows()).text(Rows.Format.CSV).getBytes(StandardCharsets.UTF_8);
            folder.write("csv/" + table.name() + ".csv", csv);
            parts.add(new DataPackage.Part(table, csv.length, Manifest.sha256(csv)));
            folder.write("json/" + table.name() + ".json", Json.text(table.records()));
        }
        try (ParquetFile parquet = new ParquetFile()) {
            tables.forEach(t -> folder.write("parquet/" + t.name() + ".parquet", parquet.bytes(t)));
        }
        folder.write("registry.xlsx", Workbook.bytes(withAbout(tables, standing)));
        folder.write("datapackage.json", Json.text(DataPackage.of(parts, standing)));
        folder.write("DICTIONARY.en.md", Dictionary.page(tables, standing, org.writwatch.facts.phrase.Lang.EN));
        folder.write("DICTIONARY.es.md", Dictionary.page(tables, standing, org.writwatch.facts.phrase.Lang.ES));
        folder.write("dictionary.csv", Dictionary.rows(tables).text(Rows.Format.CSV));
        folder.write("columns-deportationdata-ice-287g.csv", peer());
    }

    /** A workbook travels alone: its first sheet says of what day it is. */
    private static List<ExportTable> withAbout(List<ExportTable> tables, Standing standing) {
        List<List<String>> lines = new ArrayList<>();
        List<String> english = Dictionary.about(standing, org.writwatch.facts.phrase.Lang.EN);
        List<String> spanish = Dictionary.about(standing, org.writwatch.facts.phrase.Lang.ES);
        for (int i = 0; i < english.size(); i++) {
            lines.add(List.of(english.get(i), spanish.get(i)));
        }
        List<ExportTable> all = new ArrayList<>();
        all.add(new ExportTable(
                "about", List.of(Field.text("english"), Field.text("español")), lines, List.of(), Map.of()));
        all.addAll(tables);
        return all;
    }

    private static byte[] peer() {
        try (var in = Bundle.of("app").open(PEER)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(PEER, e);
        }
    }

    /** The peer's columns, each with ours: what a test holds to the tables. */
    static List<Map<String, String>> peerColumns() {
        try (var in = Bundle.of("app").open(PEER);
                Stream<Row> rows = Bundle.rows(in, PEER)) {
            return rows.map(r -> {
                        Map<String, String> columns = new LinkedHashMap<>();
                        for (String name : List.of("peer_table", "peer_column", "our_table", "our_column", "how")) {
                            columns.put(name, r.text(name));
                        }
                        return columns;
                    })
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(PEER, e);
        }
    }
}
