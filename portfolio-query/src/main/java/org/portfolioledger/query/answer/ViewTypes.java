package org.portfolioledger.query.answer;

import java.lang.reflect.Type;
import java.util.Optional;
import org.portfolioledger.serialization.TypeSchemas;
import org.portfolioledger.state.Grounded;
import tools.jackson.databind.JavaType;

/** The types that {@link ViewWriter} writes where they are not those of the view. */
public final class ViewTypes implements TypeSchemas.Written {

    @Override
    public Optional<Type> insteadOf(JavaType type) {
        if (type.hasRawClass(Seen.class)) return Optional.of(type.containedType(0));
        if (!type.hasRawClass(Grounded.class)) return Optional.empty();
        return Optional.of(TypeSchemas.generic(Shown.class, type.containedType(0)));
    }
}
