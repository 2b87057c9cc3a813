package org.writwatch.agreements.history;

import java.time.LocalDate;
import java.util.Optional;
import org.writwatch.agreements.Model;
import org.writwatch.agreements.roster.MemoLink;
import org.writwatch.agreements.roster.Printed;
import org.writwatch.agreements.roster.PublishedList;
import org.writwatch.facts.UsState;

/**
 * One row of one list with what it means.
 *
 * @param list the list
 * @param row its number in the sheet
 * @param printed what it prints
 * @param state the state meant
 * @param agency the agency's name taken apart
 * @param model the model meant, {@link Model#UNSTATED} when none is printed
 * @param signed the signing date meant, when one is printed that can be one
 * @param memo the memorandum's address, when one is linked
 */
record Sighting(
        PublishedList list,
        int row,
        Printed printed,
        UsState state,
        AgencyName agency,
        Model model,
        Optional<LocalDate> signed,
        Optional<MemoLink> memo) {}
