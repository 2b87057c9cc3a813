package org.writwatch.papers.draft.exhibit;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.writwatch.papers.draft.suit.Filing;

/** Binds five hundred pages and tells what it took: processor time of the binding, most memory of the process. */
public final class ExhibitCost {
    private ExhibitCost() {}

    public static void main(String[] args) throws IOException {
        List<Filing.Exhibit> exhibits = new ArrayList<>();
        Map<String, byte[]> files = new HashMap<>();
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            lines.add("Line " + i + " of a page that holds as much as a page of a memorandum holds.");
        }
        boolean words = args[0].equals("words");
        int count = words ? 10 : 500;
        byte[] scan = words ? new byte[0] : Pages.scan(lines, 2, 0.4);
        for (int i = 0; i < count; i++) {
            String file = "e" + i + (words ? ".pdf" : ".png");
            files.put(file, words ? Pages.of(50, 0, lines) : scan.clone());
            exhibits.add(new Filing.Exhibit(file, "Paper " + i, Map.of("request_date", new Filing.Proof(1, "Line 4"))));
        }
        OperatingSystemMXBean machine = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long before = machine.getProcessCpuTime();
        int bytes = ExhibitBook.bind(exhibits, files, List.of(), LocalDate.of(2026, 11, 24))
                .pdf()
                .length;
        double seconds = (machine.getProcessCpuTime() - before) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "exhibits, 500 pages of %s: %.1f CPU-s, %d MB at most, %d KB%n",
                args[0],
                seconds,
                most(),
                bytes / 1024);
    }

    /** Most memory the process ever held, in megabytes; 0 where the system does not say. */
    private static long most() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                .filter(l -> l.startsWith("VmHWM:"))
                .mapToLong(l -> Long.parseLong(l.replaceAll("[^0-9]", "")) / 1024)
                .findFirst()
                .orElse(0);
    }
}
