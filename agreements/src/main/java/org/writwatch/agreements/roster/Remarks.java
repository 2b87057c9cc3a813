package org.writwatch.agreements.roster;

import java.time.LocalDate;
import java.util.List;

/** What there is to say about the values of one row. */
final class Remarks {
    private Remarks() {}

    static void of(String file, int row, Printed printed, LocalDate listed, List<Remark> remarks) {
        if (!StateNames.isPlain(printed.state())) {
            boolean read = StateNames.find(printed.state()).isPresent();
            remarks.add(new Remark(
                    file, row, "STATE", printed.state(), kind(read), read ? "state-spelling" : "state-unknown"));
        }
        if (printed.agency().isEmpty()) {
            remarks.add(new Remark(file, row, "AGENCY", "", Remark.Kind.REJECTED, "agency-blank"));
        }
        String model = printed.model();
        if (!model.equals("Task Force Model")
                && !model.equals("Warrant Service Officer")
                && !model.equals("Jail Enforcement Model")) {
            boolean read = ModelNames.find(model).isPresent();
            remarks.add(new Remark(
                    file, row, "SUPPORT TYPE", model, kind(read), read ? "model-spelling" : "model-unknown"));
        }
        if (!printed.signed().isEmpty()) {
            SignedDate signed = SignedDate.read(printed.signed(), listed);
            if (signed.date().isEmpty()) {
                remarks.add(
                        new Remark(file, row, "SIGNED", printed.signed(), Remark.Kind.REJECTED, "signed-impossible"));
            } else if (signed.repaired()) {
                remarks.add(new Remark(file, row, "SIGNED", printed.signed(), Remark.Kind.REPAIRED, "signed-text"));
            }
        }
        if (!printed.memoLink().isEmpty()) {
            String url = MemoLink.read(printed.memoLink()).map(MemoLink::url).orElse("");
            if (!url.equals(printed.memoLink())) {
                remarks.add(new Remark(
                        file,
                        row,
                        "MOA",
                        printed.memoLink(),
                        kind(!url.isEmpty()),
                        url.isEmpty() ? "link-unusable" : "link-wrapped"));
            }
        }
    }

    private static Remark.Kind kind(boolean read) {
        return read ? Remark.Kind.REPAIRED : Remark.Kind.REJECTED;
    }
}
