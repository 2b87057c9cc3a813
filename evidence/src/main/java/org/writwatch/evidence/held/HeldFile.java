package org.writwatch.evidence.held;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.writwatch.evidence.table.CsvFile;
import org.writwatch.evidence.table.CsvRow;
import org.writwatch.evidence.table.OutcomeTable;
import org.writwatch.evidence.table.Panel;
import org.writwatch.evidence.table.TableDescriptor;
import org.writwatch.facts.Period;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.facts.problem.MachineFailure;

/**
 * The published bytes of one release of a table, whether or not its numbers answer a harm.
 *
 * @param descriptor what it was taken in under
 * @param bytes where they are kept
 * @param release table, release and id in a few words
 * @param within the days that may be read
 */
public record HeldFile(TableDescriptor descriptor, Path bytes, String release, Period within) {
    /** Its cells. */
    public Panel panel() {
        TableDescriptor cut = descriptor.release(descriptor.path(), within, descriptor.vintage(), 0);
        try (InputStream in = CsvFile.open(bytes, descriptor.path())) {
            return OutcomeTable.read(cut, descriptor.path(), in);
        } catch (IOException e) {
            throw new MachineFailure(Phrase.of("evidence", "store.not-readable"), e);
        }
    }

    /** Its rows as they were published. */
    public void rows(List<String> columns, Consumer<CsvRow> each) {
        try (InputStream in = CsvFile.open(bytes, descriptor.path())) {
            new CsvFile(descriptor.path(), descriptor.delimiter()).read(in, columns, each);
        } catch (IOException e) {
            throw new MachineFailure(Phrase.of("evidence", "store.not-readable"), e);
        }
    }
}
