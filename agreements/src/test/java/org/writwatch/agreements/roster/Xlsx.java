package org.writwatch.agreements.roster;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes small workbooks for tests, good and bad. */
public final class Xlsx {
    private final Map<String, byte[]> parts = new LinkedHashMap<>();
    private final StringBuilder rows = new StringBuilder();
    private final StringBuilder links = new StringBuilder();
    private final StringBuilder targets = new StringBuilder();
    private int row;
    private Random doctor;
    private String saved = "2025-05-23T12:30:44Z";

    /** Sets when its publisher last saved it. */
    public Xlsx saved(String instant) {
        saved = instant;
        return this;
    }

    public Xlsx row(Object... cells) {
        return add("", cells);
    }

    public Xlsx hidden(Object... cells) {
        return add(" hidden=\"1\"", cells);
    }

    private Xlsx add(String attributes, Object... cells) {
        rows.append("<row r=\"").append(++row).append('"').append(attributes).append('>');
        for (int c = 0; c < cells.length; c++) {
            String name = Sheet.cellName(c, row);
            if (cells[c] instanceof Number) {
                rows.append("<c r=\"" + name + "\"><v>" + cells[c] + "</v></c>");
            } else if (cells[c].toString().startsWith("#")) {
                rows.append("<c r=\"" + name + "\" t=\"e\"><v>" + cells[c] + "</v></c>");
            } else {
                rows.append("<c r=\"" + name + "\" t=\"inlineStr\"><is><t>" + cells[c] + "</t></is></c>");
            }
        }
        rows.append("</row>");
        return this;
    }

    public Xlsx link(String cell, String target) {
        String id = "rId" + (targets.length() + 1);
        links.append("<hyperlink ref=\"" + cell + "\" r:id=\"" + id + "\"/>");
        targets.append("<Relationship Id=\"" + id + "\" Type=\"hyperlink\" Target=\"" + target
                + "\" TargetMode=\"External\"/>");
        return this;
    }

    /** Replaces or adds a part. */
    public Xlsx part(String name, String content) {
        parts.put(name, content.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    Xlsx raw(String name, byte[] content) {
        parts.put(name, content);
        return this;
    }

    Xlsx zeros(String name, int size) {
        parts.put(name, new byte[size]);
        return this;
    }

    /** Changes one byte of each part before it is packed, so that every checksum fits. */
    Xlsx doctor(Random random) {
        doctor = random;
        return this;
    }

    public byte[] bytes() {
        Map<String, byte[]> all = new LinkedHashMap<>();
        String r = "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
        put(
                all,
                "xl/workbook.xml",
                "<workbook " + r + "><sheets><sheet name=\"Sheet1\" r:id=\"rId1\"/></sheets></workbook>");
        put(
                all,
                "xl/_rels/workbook.xml.rels",
                "<Relationships><Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
        put(
                all,
                "xl/worksheets/sheet1.xml",
                "<worksheet " + r + "><sheetData>" + rows + "</sheetData><hyperlinks>" + links
                        + "</hyperlinks></worksheet>");
        put(all, "xl/worksheets/_rels/sheet1.xml.rels", "<Relationships>" + targets + "</Relationships>");
        put(all, "docProps/core.xml", "<coreProperties><modified>" + saved + "</modified></coreProperties>");
        all.putAll(parts);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> part : all.entrySet()) {
                byte[] content = part.getValue();
                if (doctor != null && content.length > 0) {
                    content = content.clone();
                    content[doctor.nextInt(content.length)] = (byte) doctor.nextInt(256);
                }
                ZipEntry entry = new ZipEntry(part.getKey());
                entry.setTime(315_532_800_000L);
                zip.putNextEntry(entry);
                zip.write(content);
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void put(Map<String, byte[]> all, String name, String content) {
        all.put(name, content.getBytes(StandardCharsets.UTF_8));
    }
}
