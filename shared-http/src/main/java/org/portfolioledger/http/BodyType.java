package org.portfolioledger.http;

import java.lang.reflect.Type;
import java.util.Optional;
import org.springframework.web.method.HandlerMethod;

/** Knows the type of what some methods answer, where their return type is not that of the body. */
@FunctionalInterface
public interface BodyType {

    /** The type of the body; empty of a method that it does not know. */
    Optional<Type> of(HandlerMethod method);
}
