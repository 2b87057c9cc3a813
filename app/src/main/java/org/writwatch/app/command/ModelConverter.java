package org.writwatch.app.command;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.writwatch.agreements.Model;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** "jem", "tfm" or "wso": the models that ICE offers. */
final class ModelConverter implements ITypeConverter<Model> {
    @Override
    public Model convert(String value) {
        Optional<Model> model = Stream.of(Model.JEM, Model.TFM, Model.WSO)
                .filter(m -> m.name().equals(value.strip().toUpperCase(Locale.ROOT)))
                .findFirst();
        return model.orElseThrow(() -> new TypeConversionException("expected jem, tfm or wso but was '" + value + "'"));
    }
}
