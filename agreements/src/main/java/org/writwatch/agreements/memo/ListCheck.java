package org.writwatch.agreements.memo;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.writwatch.agreements.Agreement;
import org.writwatch.agreements.roster.MemoLink;

/**
 * A document held against the published lists: the agreements under which its file is linked, and what they say of it.
 *
 * @param file the publisher's file name
 * @param linked the agreements whose row links that file, or that of the agency it is taken for; oldest first
 * @param flags where name, document and list do not agree
 */
public record ListCheck(String file, List<Agreement> linked, List<MemoFlag> flags) {
    public ListCheck {
        linked = List.copyOf(linked);
        flags = List.copyOf(flags);
    }

    /**
     * Holds a document against the lists.
     *
     * @param file the publisher's name of the file
     * @param memorandum what was read
     * @param party the agency it names, when that was read
     * @param all every agreement known on the day
     */
    public static ListCheck of(String file, Memorandum memorandum, Optional<String> party, List<Agreement> all) {
        List<Agreement> linked = all.stream().filter(a -> links(a, file)).toList();
        List<MemoFlag> flags = new ArrayList<>();
        Set<String> agencies = new LinkedHashSet<>();
        linked.forEach(a -> agencies.add(a.agency().name() + ", " + a.agency().state()));
        if (agencies.size() > 1) {
            flags.add(MemoFlag.of(MemoFlag.Kind.TWO_AGENCIES, agencies.size(), List.copyOf(agencies)));
        }
        party.filter(p -> !linked.isEmpty()
                        && linked.stream()
                                .allMatch(
                                        a -> AgencyWords.different(p, a.agency().name())))
                .ifPresent(p -> flags.add(MemoFlag.of(
                        MemoFlag.Kind.OTHER_AGENCY, p, linked.get(0).agency().name())));
        if (!linked.isEmpty() && linked.stream().noneMatch(a -> a.model() == memorandum.model())) {
            flags.add(MemoFlag.of(
                    MemoFlag.Kind.OTHER_MODEL,
                    memorandum.model().name(),
                    linked.get(0).model().name()));
        }
        names(file, linked, flags);
        return new ListCheck(file, linked, flags);
    }

    /** The agreement this document is of: that of its model first. */
    public Optional<Agreement> agreement(Memorandum memorandum) {
        return linked.stream()
                .filter(a -> a.model() == memorandum.model())
                .reduce((a, b) -> b)
                .or(() -> linked.stream().findFirst());
    }

    private static void names(String file, List<Agreement> linked, List<MemoFlag> flags) {
        MemoFileName name = MemoFileName.of(file);
        name.state()
                .filter(s -> !linked.isEmpty()
                        && linked.stream().noneMatch(a -> a.agency().state() == s))
                .ifPresent(s -> flags.add(MemoFlag.of(
                        MemoFlag.Kind.STATE_IN_NAME, s, linked.get(0).agency().state())));
        List<Agreement> dated =
                linked.stream().filter(a -> a.signed().isPresent()).toList();
        name.date()
                .filter(d -> !dated.isEmpty()
                        && dated.stream()
                                .noneMatch(a -> a.signed().filter(d::equals).isPresent()))
                .ifPresent(d -> flags.add(MemoFlag.of(
                        MemoFlag.Kind.DATE_IN_NAME,
                        d,
                        dated.get(dated.size() - 1).signed().orElseThrow())));
    }

    private static boolean links(Agreement agreement, String file) {
        return agreement
                .memoUrl()
                .flatMap(MemoLink::read)
                .filter(l -> Memoranda.fileKey(l.key()).equals(Memoranda.fileKey(file)))
                .isPresent();
    }
}
