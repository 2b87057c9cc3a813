package org.writwatch.papers.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.writwatch.agreements.memo.Duty;
import org.writwatch.agreements.memo.Memorandum;

/** Many duties stay readable: grouped by who is bound, and said once for memoranda that hold the same. */
class DutiesTest {
    private static final Memorandum CLAY = Dossiers.clay().memoranda().get(0);

    private static Memorandum with(String file, List<Duty> duties) {
        return new Memorandum(
                Optional.of(file),
                file,
                CLAY.model(),
                CLAY.template(),
                CLAY.revision(),
                CLAY.signed(),
                CLAY.pages(),
                duties,
                CLAY.source());
    }

    @Test
    void theAgencysOwnDutiesComeFirst() {
        List<Duty> turned = List.of(CLAY.duties().get(1), CLAY.duties().get(0));
        List<Duties.Group> groups =
                Duties.of(List.of(with("a.pdf", turned))).get(0).groups();
        assertEquals(
                List.of("AGENCY.MUST", "BOTH.MAY"),
                groups.stream().map(Duties.Group::key).toList());
        assertEquals(2, groups.stream().mapToInt(g -> g.duties().size()).sum());
    }

    @Test
    void memorandaThatHoldTheSameShareOneList() {
        Memorandum other = with("other.pdf", CLAY.duties());
        Memorandum less = with("less.pdf", CLAY.duties().subList(0, 1));
        List<Duties> said = Duties.of(List.of(CLAY, less, other));
        assertEquals(2, said.size());
        assertEquals(List.of(other), said.get(0).alike());
        assertEquals(less, said.get(1).memorandum());
    }
}
