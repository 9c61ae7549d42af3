package org.portfolioledger.verifier;

import java.io.IOException;

/** The records of a log, each in the place of the one before: a log of any length takes no more memory than one record. */
final class LogRecords {

    /** What a record is. */
    enum Kind {
        FACT,
        SUBTREE,
        /** There is no further record. */
        END
    }

    private final DigestedInput in;
    private final Sha256 sha = new Sha256();
    private final FactEntry entry = new FactEntry();
    private final RestsOnScan restsOn = new RestsOnScan();
    /** The hash of the leaf or subtree. */
    private final byte[] hash = new byte[NodeHash.LENGTH];

    private final byte[] digest = new byte[NodeHash.LENGTH];
    private boolean payloadFits;
    private boolean metadataFits;
    private boolean basisFits;
    private int level;

    LogRecords(DigestedInput in) {
        this.in = in;
    }

    /**
     * Reads the next one.
     *
     * @throws EndsEarly if the log ends within it
     * @throws Malformed if it is of no kind
     */
    Kind next() throws IOException, Malformed {
        if (in.isAtEnd()) return Kind.END;
        int kind = in.u8();
        return switch (kind) {
            case 1 -> fact();
            case 2 -> subtree();
            default -> throw new Malformed("a record is of the unknown kind " + kind);
        };
    }

    private Kind fact() throws IOException, Malformed {
        entry.read(in, in.u16());
        entry.hash(sha, hash);
        payloadFits = fits(FactEntry.PAYLOAD);
        metadataFits = fits(FactEntry.METADATA);
        restsOn.begin(entry.hasNumbers() ? entry.position() : 0);
        basisFits = scannedBasisFits();
        return Kind.FACT;
    }

    private Kind subtree() throws IOException, Malformed {
        level = in.u8();
        in.copy(hash, 0, hash.length);
        return Kind.SUBTREE;
    }

    private boolean fits(int place) throws IOException, Malformed {
        for (long left = in.u32(); left > 0; ) {
            int here = in.available(left);
            sha.take(in.buffer(), in.index(), here);
            in.skip(here);
            left -= here;
        }
        return hasDigest(place);
    }

    private boolean scannedBasisFits() throws IOException, Malformed {
        for (long left = in.u32(); left > 0; ) {
            int here = in.available(left);
            sha.take(in.buffer(), in.index(), here);
            restsOn.take(in.buffer(), in.index(), here);
            in.skip(here);
            left -= here;
        }
        return hasDigest(FactEntry.BASIS);
    }

    /** Of an entry that cannot be read nothing is said here: it is malformed. */
    private boolean hasDigest(int place) {
        sha.end(digest, 0);
        return !entry.hasNumbers() || entry.hasDigest(place, digest);
    }

    FactEntry entry() {
        return entry;
    }

    RestsOnScan restsOn() {
        return restsOn;
    }

    /** Tells which parts of a fact do not fit its entry. */
    void checkDigests(long position, Report report) {
        if (!payloadFits) altered(FaultKind.PAYLOAD_ALTERED, "payload", position, report);
        if (!metadataFits) altered(FaultKind.METADATA_ALTERED, "metadata", position, report);
        if (!basisFits) altered(FaultKind.BASIS_ALTERED, "basis", position, report);
    }

    private static void altered(FaultKind kind, String part, long position, Report report) {
        report.fault(
                kind,
                position,
                "The " + part + " of position " + position + " was altered: it does not fit the digest in its entry.");
    }

    byte[] hash() {
        return hash;
    }

    /** Of a subtree: it has two to the power of it leaves. */
    int level() {
        return level;
    }
}
