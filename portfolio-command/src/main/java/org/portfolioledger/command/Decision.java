package org.portfolioledger.command;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.portfolioledger.events.GovernanceFact;

/**
 * What a family decides on a command: its facts, and the rules that they would break.
 *
 * @param own facts of the stream to which the command is addressed, in order
 * @param elsewhere facts of other streams that are recorded with them or not at all
 * @param restsOn positions of the facts on which the decision rests, and with it each of its facts
 */
public record Decision<F extends GovernanceFact>(
        List<F> own, List<StreamFact> elsewhere, List<Finding> findings, Set<Long> restsOn) {

    /** One fact, if no rule is in the way. */
    public static <F extends GovernanceFact> Decision<F> of(F fact, Findings findings) {
        return new Decision<>(List.of(fact), List.of(), findings.all(), findings.restsOn());
    }

    /**
     * One fact that states what the command asks for, word for word: each of its components is the command's of the same
     * name. A test holds the components of every command of one fact and of its fact alike.
     */
    public static <F extends GovernanceFact> Decision<F> stating(
            Class<? extends F> fact, Command command, Findings findings) {
        RecordComponent[] components = fact.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Object[] words = new Object[components.length];
        try {
            for (int i = 0; i < words.length; i++)
                words[i] = command.getClass().getMethod(components[i].getName()).invoke(command);
            return of(fact.getDeclaredConstructor(types).newInstance(words), findings);
        } catch (ReflectiveOperationException fault) {
            throw new LinkageError("%s does not say what %s says".formatted(fact, command.getClass()), fault);
        }
    }

    /** The same, with a fact of another stream. */
    public Decision<F> with(String stream, GovernanceFact fact) {
        List<StreamFact> more = new ArrayList<>(elsewhere);
        more.add(new StreamFact(stream, fact));
        return new Decision<>(own, List.copyOf(more), findings, restsOn);
    }

    /** The same, which breaks these rules before all others. */
    Decision<F> unless(List<Finding> broken) {
        List<Finding> all = new ArrayList<>(broken);
        all.addAll(findings);
        return new Decision<>(own, elsewhere, List.copyOf(all), restsOn);
    }

    /** Every fact with its stream. */
    List<StreamFact> facts(String ownStream) {
        List<StreamFact> all = new ArrayList<>();
        own.forEach(fact -> all.add(new StreamFact(ownStream, fact)));
        all.addAll(elsewhere);
        return List.copyOf(all);
    }
}
