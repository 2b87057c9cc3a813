package org.writwatch.agreements.memo;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is wrong with a document by itself, whatever any list says of it. */
final class DocumentCheck {
    private DocumentCheck() {}

    static List<MemoFlag> of(
            Laid laid,
            Redline redline,
            SignatureBlock block,
            PdfFile.Content content,
            Forms.Entry form,
            Memorandum memorandum) {
        List<MemoFlag> flags = new ArrayList<>();
        twoAgencies(redline).ifPresent(flags::add);
        missing(laid, flags);
        unsigned(block, content, flags);
        memorandum
                .revision()
                .filter(r -> !form.revisions().contains(r))
                .ifPresent(r -> flags.add(MemoFlag.of(
                        MemoFlag.Kind.UNKNOWN_REVISION, r, form.form().template())));
        if (content.script()) {
            flags.add(MemoFlag.of(MemoFlag.Kind.SCRIPT));
        }
        if (content.attachment()) {
            flags.add(MemoFlag.of(MemoFlag.Kind.ATTACHMENT));
        }
        return flags;
    }

    /** Names of agencies filled in that have no word of their own in common: parts of two agreements in one file. */
    private static Optional<MemoFlag> twoAgencies(Redline redline) {
        List<Redline.Piece> names = redline.sections().stream()
                .flatMap(s -> s.paragraphs().stream())
                .flatMap(p -> p.pieces().stream())
                .filter(p -> p.blank().equals("agency") && p.sure() && AgencyWords.isName(p.text()))
                .toList();
        for (Redline.Piece name : names) {
            Redline.Piece first = names.get(0);
            if (AgencyWords.different(first.text(), name.text())) {
                return Optional.of(MemoFlag.onPage(
                        MemoFlag.Kind.TWO_AGENCIES, name.page(), "TWO_AGENCIES.printed", first.text(), name.text()));
            }
        }
        return Optional.empty();
    }

    private static void missing(Laid laid, List<MemoFlag> flags) {
        Set<String> wanted = new LinkedHashSet<>();
        Set<String> found = new LinkedHashSet<>();
        for (Form.Section s : laid.form().sections()) {
            if (s.clause().startsWith("Appendix ")) {
                String appendix = s.clause().substring(0, "Appendix A".length());
                wanted.add(appendix);
                if (laid.find(s.from(), s.to()).isPresent()) {
                    found.add(appendix);
                }
            }
        }
        wanted.removeAll(found);
        wanted.forEach(a -> flags.add(MemoFlag.of(MemoFlag.Kind.MISSING_APPENDIX, a)));
    }

    /** A party whose column has no date, on a page on which nothing is drawn, stamped or pictured either. */
    private static void unsigned(SignatureBlock block, PdfFile.Content content, List<MemoFlag> flags) {
        if (block.page() == 0 || block.drawn(content.drawn())) {
            return;
        }
        if (!block.marked(block.agency())) {
            flags.add(MemoFlag.onPage(MemoFlag.Kind.UNSIGNED, block.page(), "UNSIGNED.AGENCY", block.page()));
        }
        if (!block.marked(block.ice())) {
            flags.add(MemoFlag.onPage(MemoFlag.Kind.UNSIGNED, block.page(), "UNSIGNED.ICE", block.page()));
        }
    }
}
