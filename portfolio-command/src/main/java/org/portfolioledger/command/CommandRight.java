package org.portfolioledger.command;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.vocabulary.Grant;

/**
 * Whether somebody may send a command about an entity, and why.
 *
 * @param grants by which it may be sent; several: by none of them alone; none: no grant reaches it
 * @param restsOn positions of the facts about the person by which they reach it; none: they do by themselves
 * @param refusal null: it may be sent
 */
public record CommandRight(
        List<Grant> grants, List<Long> restsOn, @Nullable Finding refusal) {

    static CommandRight refused(Finding refusal) {
        return new CommandRight(List.of(), List.of(), refusal);
    }
}
