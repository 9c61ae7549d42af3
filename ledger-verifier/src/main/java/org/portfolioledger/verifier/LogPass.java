package org.portfolioledger.verifier;

import java.io.EOFException;
import java.io.IOException;
import java.util.zip.ZipException;

/** One pass over the log of a bundle, which verifies each fact, follows the rules between them, and grows the tree. */
final class LogPass {

    private final BundleManifest manifest;
    private final FactRules rules;
    private final SeenRoots roots;
    private final ProgressLine progress;
    private final Report report;
    private final PositionOrder order;
    /** Facts up to here were followed in an earlier bundle. */
    private final long followed;

    private final LogTree tree = new LogTree();
    private long facts;
    private long readTo = Long.MAX_VALUE;
    /** The position at which a subtree stands that cannot stand there; 0 if there is no such. */
    private long misplaced;

    LogPass(BundleManifest manifest, FactRules rules, SeenRoots roots, ProgressLine progress, Report report) {
        this.manifest = manifest;
        this.rules = rules;
        this.roots = roots;
        this.progress = progress;
        this.report = report;
        order = new PositionOrder(report);
        followed = rules.followed();
    }

    /** @param size of the tree that the log should have */
    void run(DigestedInput in, long size) throws IOException {
        long begun = in.offset();
        LogRecords records = new LogRecords(in);
        roots.look(tree);
        try {
            for (LogRecords.Kind kind = records.next(); kind != LogRecords.Kind.END; kind = records.next()) {
                if (kind == LogRecords.Kind.FACT) fact(records);
                else subtree(records);
                begun = in.offset();
            }
            order.end(size);
        } catch (EndsEarly e) {
            broken(FaultKind.CUT_OFF, "ends within", begun, "");
        } catch (Malformed | ZipException | EOFException e) {
            broken(FaultKind.MALFORMED_LOG, "cannot be read from", begun, ": " + e.getMessage());
        }
        if (misplaced > 0 && order.isIntact(order.last()))
            report.fault(
                    FaultKind.MALFORMED_LOG,
                    misplaced,
                    "The subtree that begins at position " + misplaced
                            + " cannot begin there: its size does not divide what is before it.");
        rules.endOfBundle(manifest.to());
    }

    private void broken(FaultKind kind, String how, long begun, String why) {
        long last = order.last();
        readTo = last;
        order.end(last);
        report.fault(
                kind,
                last + 1,
                "The log " + how + " the record at byte " + begun + ", behind position " + last + why + ".");
    }

    private void fact(LogRecords records) {
        FactEntry entry = records.entry();
        facts++;
        progress.fact();
        grow(0, records.hash());
        String malformation = entry.malformation();
        if (malformation == null) {
            order.fact(entry.position());
            within(entry);
            if (entry.position() > followed) rules.fact(entry, records.restsOn(), report);
        } else {
            malformed(entry, malformation);
        }
        roots.look(tree);
        records.checkDigests(entry.hasPosition() ? entry.position() : order.last(), report);
    }

    private void malformed(FactEntry entry, String malformation) {
        if (entry.hasPosition()) order.fact(entry.position());
        else order.leaf();
        report.fault(
                FaultKind.MALFORMED_ENTRY,
                order.last(),
                "The entry at position " + order.last() + " is malformed: " + malformation + ".");
    }

    private void within(FactEntry entry) {
        long position = entry.position();
        if (position < manifest.from() || position > manifest.to())
            report.fault(
                    FaultKind.OUT_OF_SCOPE,
                    position,
                    "Position " + position + " is not from " + manifest.from() + " to " + manifest.to()
                            + ", which the bundle states.");
        if (!manifest.scope().holds(entry))
            report.fault(
                    FaultKind.OUT_OF_SCOPE,
                    position,
                    "Position " + position + " is not in the scope of the bundle: stream "
                            + entry.text(FactEntry.STREAM) + ", register " + entry.text(FactEntry.REGISTER) + ".");
    }

    private void subtree(LogRecords records) throws Malformed {
        int level = records.level();
        if (!LogTree.holds(order.last(), level)) throw new Malformed("no tree has so many leaves");
        order.subtree(level);
        grow(level, records.hash());
        roots.look(tree);
        replaces(order.last() - (1L << level) + 1, order.last());
    }

    /** A subtree stands for facts that are not in the bundle's scope; it does not reach across the ends of what the bundle holds. */
    private void replaces(long first, long last) {
        boolean outside = last < manifest.from() || first > manifest.to();
        boolean inside = first >= manifest.from() && last <= manifest.to();
        if (inside && last > followed) rules.leavesOut();
        if (outside || (inside && !manifest.scope().isEverything())) return;
        report.fault(
                inside ? FaultKind.MISSING : FaultKind.OUT_OF_SCOPE,
                first,
                inside
                        ? "Positions " + first + " to " + last
                                + " are there only as a hash, though the bundle states that it holds all facts."
                        : "One hash stands for the positions " + first + " to " + last
                                + ", across an end of what the bundle holds.");
    }

    private void grow(int level, byte[] hash) {
        if (misplaced == 0 && !tree.fits(level)) misplaced = tree.size() + 1;
        if (misplaced == 0) tree.add(level, hash, 0);
    }

    long facts() {
        return facts;
    }

    /** Whether each leaf up to a size stands where it must, so that another root is that of altered leaves. */
    boolean isInOrder(long size) {
        return size <= readTo && order.isIntact(size) && (misplaced == 0 || misplaced > size);
    }
}
