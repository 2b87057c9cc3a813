package org.writwatch.evidence.table;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The quick reader against the general one, on the same bytes. */
class PlainTableTest {
    private static final List<String> WANTED = List.of("rate", "unit", "place");

    @TempDir
    Path folder;

    @Test
    void numbersAreTheBitsOfTheGeneralParser() {
        Random random = new Random(5);
        for (int i = 0; i < 40_000; i++) {
            double v = Double.longBitsToDouble(random.nextLong());
            double small = random.nextGaussian() * Math.pow(10, random.nextInt(20) - 10);
            for (String s : new String[] {
                Double.toString(small),
                String.valueOf(random.nextInt()),
                Double.toString(Double.isFinite(v) ? v : 0),
                random.nextLong() + "." + (random.nextInt() >>> 1),
                (random.nextLong() >>> 1) + "e" + (random.nextInt(90) - 45)
            }) {
                byte[] b = ("x" + s + "y").getBytes(StandardCharsets.US_ASCII);
                double read = DecimalCell.parse(b, 1, b.length - 1);
                assertEquals(Double.doubleToLongBits(Double.parseDouble(s)), Double.doubleToLongBits(read), s);
            }
        }
        for (String s :
                List.of("0", "-0", "+3", "007", ".5", "0.1", "4503599627370497.5", "9007199254740993", "1e23")) {
            byte[] b = s.getBytes(StandardCharsets.US_ASCII);
            assertEquals(
                    Double.doubleToLongBits(Double.parseDouble(s)),
                    Double.doubleToLongBits(DecimalCell.parse(b, 0, b.length)),
                    s);
        }
        for (String s : List.of("-", "1e", "1e+", "1.2.3", "12a4", "1 2", "--1", "e5", "0x1p3", "1d5")) {
            byte[] b = s.getBytes(StandardCharsets.US_ASCII);
            assertThrows(NumberFormatException.class, () -> DecimalCell.parse(b, 0, b.length), s);
        }
    }

    @Test
    void columnsAreThoseOfTheGeneralReader() throws IOException {
        Random random = new Random(8);
        for (String end : List.of("\n", "\r\n")) {
            StringBuilder text = new StringBuilder("unit,skipped, place ,rate" + end);
            // More than one block, with texts that begin late in the file.
            int rows = 60_000;
            for (int i = 0; i < rows; i++) {
                String rate = switch (random.nextInt(20)) {
                    case 0 -> "NA";
                    case 1 -> "";
                    case 2 -> " 1.5";
                    case 3 -> "-Inf";
                    case 4 -> "1e-7";
                    default -> String.format(Locale.ROOT, "%.15f", random.nextGaussian());
                };
                text.append(i / 7)
                        .append(",word ")
                        .append(i)
                        .append(',')
                        .append(i < 50_000 ? String.valueOf(i % 9) : " county " + random.nextInt(50))
                        .append(',')
                        .append(rate)
                        .append(i == rows - 1 ? "" : end);
            }
            same(text.toString());
        }
        same("unit,place,rate\n1,2,3\n");
        same("rate,unit,place\n1,2,3");
    }

    private static double number(String cell) {
        return switch (cell) {
            case "", "NA" -> Double.NaN;
            case "-Inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(cell);
        };
    }

    private void same(String text) throws IOException {
        Path file = folder.resolve("table.csv");
        Files.writeString(file, text);
        List<List<String>> general = new ArrayList<>();
        CsvFile.read(
                file, WANTED, row -> general.add(WANTED.stream().map(row::text).toList()));
        PlainTable plain = PlainTable.read(file, WANTED, PlainTableTest::number).orElseThrow();
        assertEquals(general.size(), plain.rows());
        for (int c = 0; c < WANTED.size(); c++) {
            int column = c;
            if (plain.codes(c).length > 0) {
                assertEquals(general.stream().map(r -> r.get(column)).distinct().toList(), plain.words(c));
                for (int i = 0; i < general.size(); i++) {
                    assertEquals(general.get(i).get(c), plain.words(c).get(plain.codes(c)[i]));
                }
            } else {
                assertArrayEquals(
                        general.stream().mapToDouble(r -> number(r.get(column))).toArray(), plain.numbers(c));
            }
        }
    }

    @Test
    void whatIsNotPlainIsLeftToTheGeneralReader() throws IOException {
        for (String text : List.of(
                "",
                "unit,place,rate",
                "unit,place,rate\n",
                "unit,place,rate\n1,2\n",
                "unit,place,rate\n1,2,3,4\n",
                "unit,place,rate\n1,\"a, b\",3\n",
                "unit,place,rate\n1,Do\u00f1a Ana,3\n",
                "unit,place,rate\n1,2,3\n\n1,2,3\n",
                "unit,place,rate\n1,2\r,3\n",
                "\"unit\",place,rate\n1,2,3\n",
                "\ufeffunit,place,rate\n1,2,3\n")) {
            Path file = folder.resolve("odd.csv");
            Files.writeString(file, text);
            assertTrue(PlainTable.read(file, WANTED, PlainTableTest::number).isEmpty(), text);
        }
        Path file = folder.resolve("short.csv");
        Files.writeString(file, "unit,rate\n1,2\n");
        assertTrue(PlainTable.read(file, WANTED, PlainTableTest::number).isEmpty());
    }
}
