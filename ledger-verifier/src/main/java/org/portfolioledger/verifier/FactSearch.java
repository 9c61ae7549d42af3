package org.portfolioledger.verifier;

import java.util.ArrayList;
import java.util.List;

/** Finds the entry of one fact in a bundle, and verifies what stands beside it. */
final class FactSearch {

    private FactSearch() {}

    /** @param where bundle and position, with a colon between them */
    static FactEntry find(String where, ProgressLine progress, Report report) throws UnreadableInput {
        int colon = where.lastIndexOf(':');
        if (colon < 0) throw new UnreadableInput("--fact must be BUNDLE:POSITION, not " + where + ".");
        long position;
        try {
            position = Decimal.parse(where.substring(colon + 1));
        } catch (Malformed e) {
            throw new UnreadableInput("--fact must be BUNDLE:POSITION, not " + where + ".");
        }
        try (BundleFile bundle = BundleFile.open(where.substring(0, colon))) {
            return find(bundle, position, progress, report);
        }
    }

    private static FactEntry find(BundleFile bundle, long position, ProgressLine progress, Report report)
            throws UnreadableInput {
        List<FactEntry> found = new ArrayList<>();
        bundle.read(BundleFile.LOG, report, in -> {
            LogRecords records = new LogRecords(in);
            for (LogRecords.Kind kind = records.next(); kind != LogRecords.Kind.END; kind = records.next()) {
                if (kind != LogRecords.Kind.FACT) continue;
                progress.fact();
                if (!records.entry().hasNumbers() || records.entry().position() != position) continue;
                found.add(FactEntry.of(records.entry().toBytes()));
                records.checkDigests(position, report);
            }
        });
        if (found.isEmpty())
            throw new UnreadableInput("The bundle does not hold the fact at position " + position + ".");
        if (found.size() > 1)
            report.fault(
                    FaultKind.INSERTED,
                    position,
                    "The bundle holds several facts that state position " + position + ".");
        return found.getFirst();
    }
}
