package org.portfolioledger.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.portfolioledger.events.GovernanceFact;

/**
 * What a family decides on a command: its facts, and the rules that they would break.
 *
 * @param own facts of the stream to which the command is addressed, in order
 * @param elsewhere facts of other streams that are recorded with them or not at all
 * @param restsOn positions of the facts on which the decision rests
 */
public record Decision<F extends GovernanceFact>(
        List<F> own, List<StreamFact> elsewhere, List<Finding> findings, Set<Long> restsOn) {

    /** One fact, if no rule is in the way. */
    public static <F extends GovernanceFact> Decision<F> of(F fact, Findings findings) {
        return new Decision<>(List.of(fact), List.of(), findings.all(), findings.restsOn());
    }

    /** One fact in the words of the command, if no rule is in the way. */
    public static <F extends GovernanceFact> Decision<F> stating(
            Class<? extends F> fact, Command command, Findings findings) {
        return of(SameWords.as(fact, command), findings);
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
