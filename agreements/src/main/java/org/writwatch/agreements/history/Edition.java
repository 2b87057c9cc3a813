package org.writwatch.agreements.history;

import java.time.LocalDate;
import java.util.List;
import org.writwatch.agreements.roster.ListFamily;
import org.writwatch.agreements.roster.PublishedList;

/**
 * One state of a list: every file saved at the same instant shows the same one.
 *
 * @param index its place among the editions of its kind, from 0
 * @param family what it can be compared with
 * @param date the day it was made
 * @param until the last day it is known to have stood
 * @param observations how many times it was seen to stand
 * @param lists the files that show it, in order, never empty
 */
public record Edition(
        int index, ListFamily family, LocalDate date, LocalDate until, int observations, List<PublishedList> lists) {
    public Edition {
        lists = List.copyOf(lists);
    }

    /** The file that proves it. */
    public PublishedList proof() {
        return lists.get(0);
    }
}
