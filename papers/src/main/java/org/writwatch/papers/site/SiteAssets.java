package org.writwatch.papers.site;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.writwatch.papers.page.DossierPages;

/** The files that pages of the site share, by their name from the top of the site: a style and scripts of our own. */
public final class SiteAssets {
    private SiteAssets() {}

    /** Each file with its text, in order of name. */
    public static Map<String, String> list() {
        Map<String, String> files = new TreeMap<>();
        files.put("assets/site.css", text(DossierPages.class, "page.css") + text(SiteAssets.class, "site.css"));
        files.put("assets/site.js", text(SiteAssets.class, "site.js"));
        for (String script :
                new String[] {"decide.js", "remedies.js", "records.js", "filter.js", "map.js", "meet.js"}) {
            files.put("assets/" + script, text(SiteAssets.class, script));
        }
        files.put("assets/on.js", text(SiteAssets.class, "on.js"));
        files.put("assets/icon.svg", text(SiteAssets.class, "icon.svg"));
        files.put("keep.js", text(SiteAssets.class, "keep.js"));
        return files;
    }

    private static String text(Class<?> beside, String file) {
        try (InputStream in = beside.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its file " + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
