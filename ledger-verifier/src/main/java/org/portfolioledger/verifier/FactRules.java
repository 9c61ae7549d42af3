package org.portfolioledger.verifier;

/** The rules that facts follow from one to the next, whatever they say; they can be followed from one bundle into a later one. */
final class FactRules {

    private final StreamSequences streams;
    private final RegisterMoments registers = new RegisterMoments();
    private final CommandOrder commands = new CommandOrder();
    private final BundleScope scope;
    private final TextKey register = new TextKey();
    private boolean leavesBetween;
    private long followed;

    /** @param fromTheFirst whether the facts begin with the first of the ledger */
    FactRules(boolean fromTheFirst, BundleScope scope) {
        streams = new StreamSequences(fromTheFirst);
        this.scope = scope;
    }

    void fact(FactEntry fact, RestsOnScan restsOn, Report report) {
        boolean sameRegister = fact.key(register, FactEntry.REGISTER);
        streams.fact(fact, register, report);
        registers.fact(fact, register, report);
        commands.fact(fact, restsOn, sameRegister, leavesBetween && scope.holdsWholeCommands(), report);
        leavesBetween = false;
    }

    /** What stands between the last fact and the next is not in the bundle. */
    void leavesOut() {
        leavesBetween = true;
    }

    /** Ends a bundle that holds what is in its scope up to a position. */
    void endOfBundle(long to) {
        followed = to;
    }

    /** The last position of the earlier bundle, 0 if there is no such. */
    long followed() {
        return followed;
    }

    /** @param size of the tree */
    void endOfTree(long size, Report report) {
        commands.end(size, report);
    }
}
