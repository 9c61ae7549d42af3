package org.portfolioledger.query.answer;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Optional;
import org.portfolioledger.http.BodyType;
import org.portfolioledger.serialization.TypeSchemas;
import org.portfolioledger.state.Grounded;
import tools.jackson.databind.JavaType;
import org.springframework.web.method.HandlerMethod;

/** The types of what {@link ViewWriter} writes: the body of an answer is its view in an envelope. */
public final class ViewTypes implements TypeSchemas.Written, BodyType {

    @Override
    public Optional<Type> insteadOf(JavaType type) {
        if (type.hasRawClass(Seen.class)) return Optional.of(type.containedType(0));
        if (!type.hasRawClass(Grounded.class)) return Optional.empty();
        return Optional.of(TypeSchemas.generic(Shown.class, type.containedType(0)));
    }

    @Override
    public Optional<Type> of(HandlerMethod method) {
        ReadParameters asks = method.getMethodAnnotation(ReadParameters.class);
        Type returned = method.getReturnType().getGenericParameterType();
        boolean shows = returned instanceof ParameterizedType generic && generic.getRawType() == Answer.class;
        if (asks == null || !shows) return Optional.empty();
        Type view = ((ParameterizedType) returned).getActualTypeArguments()[0];
        return Optional.of(TypeSchemas.generic(Envelope.of(asks.value()), TypeSchemas.type(view)));
    }
}
