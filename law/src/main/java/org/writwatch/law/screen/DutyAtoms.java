package org.writwatch.law.screen;

import java.time.MonthDay;
import java.util.List;
import java.util.Optional;
import org.writwatch.law.CertificationStatute;
import org.writwatch.law.CertificationStatute.Duty;
import org.writwatch.law.Law;
import org.writwatch.law.ReportingStatute;
import org.writwatch.law.ReportingStatute.Enforcer;
import org.writwatch.law.Truth;

/** Readings of a state's laws on reporting stops and on certifying that a crime victim helped. */
final class DutyAtoms {
    static final List<String> NAMES = List.of(
            "law.reporting_statute",
            "law.reporting_officials_only",
            "law.cert_duty",
            "law.cert_must_sign",
            "law.cert_days_known");

    private final List<ReportingStatute> reporting;
    private final List<CertificationStatute> certification;
    private final boolean certificationUnread;

    DutyAtoms(Law law, String code) {
        this.reporting = law.reporting(code);
        this.certification = law.certification(code).stream()
                .filter(CertificationStatute::usable)
                .toList();
        this.certificationUnread =
                law.certification(code).stream().anyMatch(c -> c.duty().isEmpty());
    }

    Truth find(String atom) {
        return switch (atom) {
            case "law.reporting_statute" ->
                reporting.isEmpty()
                        ? Truth.NOT_MET
                        : reporting.stream().anyMatch(ReportingStatute::usable) ? Truth.MET : Truth.UNKNOWN;
            case "law.reporting_officials_only" ->
                LawAtoms.truth(reporting.stream().anyMatch(r -> r.usable() && r.enforcer() == Enforcer.OFFICIALS));
            case "law.cert_duty" -> certification.isEmpty() ? unread() : Truth.MET;
            case "law.cert_must_sign" -> mustSign();
            case "law.cert_days_known" -> LawAtoms.truth(certificationDays().isPresent());
            default -> throw new IllegalArgumentException("no reading of the law is called " + atom);
        };
    }

    /** Where a law is reported and not read, unknown; where we hold none, not met (a lawyer is asked for another). */
    private Truth unread() {
        return certificationUnread ? Truth.UNKNOWN : Truth.NOT_MET;
    }

    private Truth mustSign() {
        if (certification.isEmpty()) {
            return unread();
        }
        return LawAtoms.truth(certification.stream().anyMatch(c -> c.duty().orElseThrow() == Duty.SIGN));
    }

    /** The law with a number of days, when the words read have one. */
    Optional<CertificationStatute> certificationDays() {
        return certification.stream().filter(c -> c.days().isPresent()).findFirst();
    }

    /** The day of the year the report is due. */
    Optional<MonthDay> reportDue() {
        return reporting.stream()
                .filter(ReportingStatute::usable)
                .flatMap(r -> r.due().stream())
                .findFirst();
    }
}
