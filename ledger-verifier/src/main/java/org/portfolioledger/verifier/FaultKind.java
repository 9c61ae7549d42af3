package org.portfolioledger.verifier;

import java.util.Locale;

/** In what way something is wrong: a word for scripts. */
enum FaultKind {
    /** A payload does not fit the digest in its entry. */
    PAYLOAD_ALTERED,
    /** A fact's metadata does not fit the digest in its entry. */
    METADATA_ALTERED,
    /** A basis does not fit the digest in its entry. */
    BASIS_ALTERED,
    /** An entry states another position than that at which it stands. */
    RENUMBERED,
    /** A position that the bundle claims to hold is not there. */
    MISSING,
    /** A fact stands elsewhere than at its position. */
    REORDERED,
    /** There is a fact or subtree too many. */
    INSERTED,
    /** The log ends too early. */
    CUT_OFF,
    /** The tree does not have the root that a checkpoint states. */
    REWRITTEN,
    /** A moment is earlier or later than it may be. */
    TIME,
    /** The sequences of a stream are not 0, 1, 2 and so on. */
    SEQUENCE,
    /** A stream changes its register, or a command has several. */
    REGISTER,
    /** A fact rests on a later one. */
    BASIS,
    /** The facts of a command do not stand next to each other. */
    COMMAND,
    /** An entry, or the basis beside it, is not written as the format demands. */
    MALFORMED_ENTRY,
    /** The log holds something that is neither a fact nor a subtree. */
    MALFORMED_LOG,
    /** A fact or subtree is not within what the bundle says it holds. */
    OUT_OF_SCOPE,
    /** A file is missing, too many, out of order, or not what the manifest says of it. */
    FILE,
    /** The manifest says something else than the rest. */
    MANIFEST,
    /** A checkpoint, proof or policy does not follow its format, or two of them do not fit. */
    CHECKPOINT,
    /** A proof leads elsewhere. */
    PROOF,
    /** A signature is forged, or one that is needed is missing. */
    SIGNATURE;

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
