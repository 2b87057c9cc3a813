package org.writwatch.app.site;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.writwatch.agreements.Registry;
import org.writwatch.app.dossier.PlaceContents;
import org.writwatch.facts.phrase.Lang;
import org.writwatch.law.Law;
import org.writwatch.papers.site.SitePages;

/** The page of an agency: what is held of its memorandum comes before the agency's own link, which says who can see. */
class AgencyPageTest {
    private final Registry registry = Registry.bundled();
    private final LocalDate day = registry.lastList();

    private String page(String id, Lang lang) {
        SiteViews views = new SiteViews(registry, () -> new PlaceContents(registry, Law.bundled(), day), day);
        SitePages pages = new SitePages(
                day, registry.lastListBy(day).until(), Optional.empty(), feed -> false, Optional.empty(), false);
        return pages.agency(views.agency(registry.find(id).orElseThrow()), lang);
    }

    @Test
    void theClausesHeldStandBeforeTheAgencysOwnLink() {
        String page = page("franklin-county-sheriffs-office-al", Lang.EN);
        int words = page.indexOf("<blockquote lang=\"en\">");
        int link = page.indexOf("https://www.ice.gov/doclib");
        assertTrue(words > 0 && words < link, words + " " + link);
        assertTrue(page.contains("What it says, from the copy held"));
        assertTrue(page.indexOf("ICE can see this visit") > words);
        String spanish = page("franklin-county-sheriffs-office-al", Lang.ES);
        assertTrue(spanish.contains("ICE puede ver esta visita"));
        assertTrue(spanish.contains("cláusula"), "the plain meaning is in the reader's language");
        assertTrue(spanish.contains("<blockquote lang=\"en\">"), "the words stay as printed");
    }

    @Test
    void whereNoCopyWasReadThePageSaysSo() {
        String page = page("catawba-county-sheriffs-office-nc", Lang.EN);
        assertFalse(page.contains("<blockquote"));
        assertTrue(page.contains("No copy of this memorandum was read here"));
    }
}
