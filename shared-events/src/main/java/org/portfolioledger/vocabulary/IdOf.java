package org.portfolioledger.vocabulary;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A component that is the id, or a list of ids, of what has a stream of its own, or of people. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface IdOf {

    /** Of people. */
    String PERSON = "person";

    /** The kind of entity, or {@link #PERSON}. */
    String value();
}
