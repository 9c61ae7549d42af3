package org.portfolioledger.verifier;

import java.util.List;
import java.util.Optional;

/** Compares the tree of a bundle's log with the roots that others state. */
final class TreeComparison {

    private final LogPass pass;
    private final SeenRoots roots;
    private final Report report;
    /** Up to this size the tree is one that the auditor holds. */
    private long proven;

    TreeComparison(LogPass pass, SeenRoots roots, Report report) {
        this.pass = pass;
        this.roots = roots;
        this.report = report;
    }

    void with(LogCheckpoint own, List<HeldCheckpoint> held) {
        for (HeldCheckpoint one : held) with(one, own);
        long size = own.size();
        Optional<NodeHash> root = roots.at(size);
        if (!pass.isInOrder(size) || root.isEmpty())
            report.undecided(
                    "Whether the tree has the root of the checkpoint cannot be decided: its leaves are not all there, in their order.");
        else if (root.get().equals(own.root()))
            report.shown("The tree over the log has the root of the checkpoint: " + own.root() + ".");
        else
            report.fault(
                    FaultKind.REWRITTEN,
                    "The tree over the log has the root " + root.get() + "; the checkpoint states " + own.root()
                            + ". At least one entry" + (proven == 0 ? "" : " behind position " + proven)
                            + " is not the one that was signed.");
    }

    private void with(HeldCheckpoint held, LogCheckpoint own) {
        LogCheckpoint checkpoint = held.checkpoint();
        long size = checkpoint.size();
        if (!checkpoint.origin().equals(own.origin())) {
            report.fault(
                    FaultKind.CHECKPOINT,
                    "The bundle is of the log " + own.origin() + "; " + held.name() + " is of the log "
                            + checkpoint.origin() + ".");
        } else if (size == own.size() && !checkpoint.root().equals(own.root())) {
            report.fault(
                    FaultKind.REWRITTEN,
                    "The checkpoint of the bundle and " + held.name() + " state different roots for "
                            + Printable.count(size, "fact") + ": the ledger was rewritten.");
        } else if (!pass.isInOrder(size)) {
            report.undecided("Whether the tree begins with " + held.name()
                    + " cannot be decided: its leaves are not all there, in their order.");
        } else {
            roots.at(size).ifPresentOrElse(root -> compare(held, root), () -> undecided(held, own));
        }
    }

    private void compare(HeldCheckpoint held, NodeHash root) {
        long size = held.checkpoint().size();
        if (root.equals(held.checkpoint().root())) {
            proven = Math.max(proven, size);
            report.shown("The tree begins with " + held.name() + ": its first " + Printable.count(size, "position")
                    + " are the same.");
        } else {
            report.fault(
                    FaultKind.REWRITTEN,
                    "The tree does not begin with " + held.name() + ": a fact from position 1 to " + size
                            + " was rewritten.");
        }
    }

    private void undecided(HeldCheckpoint held, LogCheckpoint own) {
        long size = held.checkpoint().size();
        report.undecided(
                roots.isHidden(size)
                        ? "Whether the tree begins with " + held.name()
                                + " cannot be decided: the bundle has one hash for positions on both"
                                + " sides of " + size
                                + ". Ask for a bundle of the whole ledger, or of the facts from position "
                                + (size + 1) + "."
                        : "Whether " + held.name() + " continues the tree cannot be decided: it has "
                                + Printable.count(size, "fact")
                                + ", and the log of the bundle ends with position " + own.size()
                                + ". Ask for a proof of consistency, and verify it with the command consistency.");
    }
}
