package org.portfolioledger.vocabulary;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A component that is the id, or a list of ids, of what has a stream of its own, or of people; or such a stream. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface IdOf {

    /** Of people. */
    String PERSON = "person";

    /** Of entities of any kind, each named by its stream. */
    String STREAM = "stream";

    /** The kind of entity, {@link #PERSON} or {@link #STREAM}. */
    String value();
}
