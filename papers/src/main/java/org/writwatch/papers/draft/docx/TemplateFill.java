package org.writwatch.papers.draft.docx;

import com.deepoove.poi.XWPFTemplate;
import com.deepoove.poi.config.Configure;
import com.deepoove.poi.render.compute.EnvModel;
import com.deepoove.poi.render.compute.RenderDataCompute;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.writwatch.papers.draft.Fields;
import org.writwatch.papers.draft.Slot;

/**
 * Fills a template's fields, conditions and loops. The filling is poi-tl's, held strict: a name it does not know is an
 * error and never an empty space. Safe for use by several threads.
 */
public final class TemplateFill {
    private TemplateFill() {}

    /**
     * Fills a template.
     *
     * @return a word-processor file; its zip times and properties are still the library's
     * @throws org.writwatch.facts.problem.BadInput when the template has a fault, told in the words of its pages
     */
    public static byte[] fill(DocxFile template, Fields fields) {
        TemplateVersion.check(template);
        TemplateCheck.check(template, fields);
        DocxFile ready = template.copy();
        for (String part : ready.list()) {
            if (TemplateCheck.PRINTED.matcher(part).matches()) {
                ready.find(part).filter(MarkRuns::isolate).ifPresent(xml -> ready.put(part, XmlText.written(xml)));
            }
        }
        Configure strict = Configure.builder()
                .addPlugin('\0', new FieldPolicy())
                .setRenderDataComputeFactory(TemplateFill::lookUp)
                .setValidErrorHandler(new Configure.AbortHandler())
                .build();
        try (XWPFTemplate open = XWPFTemplate.compile(new ByteArrayInputStream(ready.bytes()), strict)) {
            open.render(Scope.of(fields));
            ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 16);
            open.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RenderDataCompute lookUp(EnvModel model) {
        Scope scope = (Scope) model.getRoot();
        return mark -> {
            // The library reads a mark set in capitals or small capitals as capital letters.
            String name = mark.toLowerCase(Locale.ROOT);
            Slot slot = scope.find(name)
                    .orElseThrow(() -> new IllegalStateException("a field that the check let through: " + name));
            if (slot instanceof Slot.Flag flag) {
                return flag.on();
            } else if (slot instanceof Slot.Rows rows && rows.rows().isEmpty()) {
                return false;
            } else if (slot instanceof Slot.Rows rows) {
                return rows.rows().stream().map(scope::inside).toList();
            }
            return slot;
        };
    }
}
