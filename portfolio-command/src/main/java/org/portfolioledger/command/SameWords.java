package org.portfolioledger.command;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;

/**
 * Facts that state what a command asks for, word for word: each component of the fact is the command's of the same name.
 * A test holds the components of every command of one fact and of its fact alike.
 */
final class SameWords {

    private SameWords() {}

    /** A fact with the words of a command. */
    static <F> F as(Class<F> fact, Command command) {
        RecordComponent[] components = fact.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Object[] words = new Object[components.length];
        try {
            for (int i = 0; i < words.length; i++)
                words[i] = command.getClass().getMethod(components[i].getName()).invoke(command);
            Constructor<F> canonical = fact.getDeclaredConstructor(types);
            return canonical.newInstance(words);
        } catch (ReflectiveOperationException fault) {
            throw new LinkageError("%s does not say what %s says".formatted(fact, command.getClass()), fault);
        }
    }
}
