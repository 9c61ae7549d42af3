package org.portfolioledger.command;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Replaces all facts of an earlier command, or retracts them.
 *
 * @param facts everything that the earlier command recorded, in the order of the ledger
 * @param reason one for all of them
 * @param replacement a command of the same kind as the earlier one; null: it was entered in error
 */
public record Correct(
        List<Target> facts, String reason, @Nullable Command replacement) implements Command {

    /**
     * One fact to be corrected.
     *
     * @param stream to which it belongs
     * @param position its place in the ledger
     */
    public record Target(String stream, long position) {}
}
