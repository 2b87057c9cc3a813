package org.writwatch.app.command;

import org.writwatch.facts.UsState;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A state by its two letters or its name in either language. */
final class StateConverter implements ITypeConverter<UsState> {
    @Override
    public UsState convert(String value) {
        return UsState.find(value)
                .orElseThrow(() -> new TypeConversionException("expected a state such as NC but was '" + value + "'"));
    }
}
