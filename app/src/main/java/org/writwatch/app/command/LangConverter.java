package org.writwatch.app.command;

import org.writwatch.facts.phrase.Lang;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** "en" or "es". */
final class LangConverter implements ITypeConverter<Lang> {
    @Override
    public Lang convert(String value) {
        return Lang.find(value)
                .orElseThrow(() -> new TypeConversionException("expected en or es but was '" + value + "'"));
    }
}
