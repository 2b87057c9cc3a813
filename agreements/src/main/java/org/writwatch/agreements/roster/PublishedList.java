package org.writwatch.agreements.roster;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One list as published: what it is, when it was made, and its rows.
 *
 * @param file the file's name
 * @param sha256 hash of its bytes; empty when only a reading of it is held
 * @param family what it can be compared with
 * @param kind what it says of its agencies, judged by its columns and never by its name
 * @param order when it was made: the workbook's own save time, else the label's noon, else the archive's time
 * @param until the last day it is known to have stood unchanged; the day of {@code order} for a spreadsheet
 * @param observations how many times it was seen to stand, at least 1
 * @param label the day ICE's file name says; a witness, wrong in nine names
 * @param archived when the archive fetched it; a witness
 * @param sheet the sheet that was read
 * @param counts what there is to count on it
 * @param rows its rows in order
 * @param remarks what is to say of it as a whole; {@link #rowRemarks} says what was repaired in its rows
 */
public record PublishedList(
        String file,
        String sha256,
        ListFamily family,
        ListKind kind,
        Instant order,
        LocalDate until,
        int observations,
        Optional<LocalDate> label,
        Optional<Instant> archived,
        String sheet,
        ListCounts counts,
        Rows rows,
        List<Remark> remarks)
        implements Comparable<PublishedList> {
    public PublishedList {
        remarks = List.copyOf(remarks);
        if (observations < 1 || until.isBefore(dayOf(order))) {
            throw new IllegalArgumentException(file + ": stood until " + until + ", seen " + observations + " times");
        }
    }

    /**
     * One row.
     *
     * @param number its number in the sheet, from 1
     * @param printed what it prints
     */
    public record Row(int number, Printed printed) {}

    /** The same list with its rows and with what is to say of them and of the whole. */
    PublishedList with(Rows rows, List<Remark> ofTheWhole) {
        return new PublishedList(
                file,
                sha256,
                family,
                kind,
                order,
                until,
                observations,
                label,
                archived,
                sheet,
                counts,
                rows,
                ofTheWhole);
    }

    /** What was repaired, rejected or noted of the rows, in order of row: read again from what they print. */
    public List<Remark> rowRemarks() {
        List<Remark> found = new java.util.ArrayList<>();
        if (family == ListFamily.CURRENT && !sha256.isEmpty()) {
            rows.forEach(r -> Remarks.of(file, r.number(), r.printed(), date(), found));
        }
        return found;
    }

    /** The day it was made, in UTC. */
    public LocalDate date() {
        return dayOf(order);
    }

    /** Of its name and time alone: hashing every row would cost more than reading them. */
    @Override
    public int hashCode() {
        return 31 * file.hashCode() + order.hashCode();
    }

    /** What kind its name claims it is, when it claims one. */
    public Optional<ListKind> claimedKind() {
        return family == ListFamily.CURRENT ? ListName.of(file).kind() : Optional.empty();
    }

    private static LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, java.time.ZoneOffset.UTC);
    }

    /** By the time it was made, then by hash and name: the same order however the files arrived. */
    @Override
    public int compareTo(PublishedList other) {
        int by = order.compareTo(other.order);
        by = by != 0 ? by : kind.compareTo(other.kind);
        by = by != 0 ? by : sha256.compareTo(other.sha256);
        return by != 0 ? by : file.compareTo(other.file);
    }
}
