package org.portfolioledger.ledger.proof;

/** Who signs tree heads for a log: a key of this process, or something that keeps the key to itself. */
public interface HeadSigner {

    /** The key by which others verify what is signed; its name is the origin of the log. */
    NoteKey verifier();

    /** A checkpoint with this log's signature alone; the same head is always signed with the same bytes. */
    SignedNote sign(TreeHead head);
}
