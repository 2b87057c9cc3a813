package org.writwatch.agreements.history;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.writwatch.agreements.Shared;
import org.writwatch.agreements.roster.PublishedList;

class RegistryImportTest {
    /** Also in another order of arrival: the seed is fixed, so that a failure can be had again. */
    @Test
    void theBundledRegisterIsWhatThePublishedListsGiveWhateverTheirOrder() throws Exception {
        List<PublishedList> lists = new ArrayList<>(RegistryImport.lists(Shared.lists()));
        assertEquals(479, lists.stream().filter(l -> !l.sha256().isEmpty()).count());
        Collections.shuffle(lists, new Random(287));
        Map<String, byte[]> made = HistoryTables.write(HistoryBuilder.build(lists, Ground.bundled()));
        for (Map.Entry<String, byte[]> table : made.entrySet()) {
            try (InputStream in =
                    RegistryImport.class.getResourceAsStream("/org/writwatch/agreements/registry/" + table.getKey())) {
                assertEquals(
                        new String(in.readAllBytes(), StandardCharsets.UTF_8),
                        new String(table.getValue(), StandardCharsets.UTF_8),
                        table.getKey());
            }
        }
    }
}
