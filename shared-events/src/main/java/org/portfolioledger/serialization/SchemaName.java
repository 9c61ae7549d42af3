package org.portfolioledger.serialization;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The name of a generic record's schema, made from the names of its type arguments. */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface SchemaName {

    /** A name in which {@code %s} stands for the names of the arguments, without their endings View and State. */
    String value();
}
