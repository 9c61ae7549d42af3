package org.portfolioledger.query.answer;

import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.List;

/** Reads that metadata describe, not the methods that answer them. */
public interface DescribedRead {

    /** What a method may be asked. */
    ReadParameters parameters(Method method);

    /** What a method shows. */
    Type view(Method method);

    String summary(Method method);

    /** The variables of a method's path. */
    List<String> variables(Method method);
}
