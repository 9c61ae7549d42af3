package org.portfolioledger.ledger.proof;

import org.portfolioledger.ledger.LedgerScope;

/**
 * What an audit bundle holds, as docs/audit-bundle.md defines it.
 *
 * @param checkpoint the signed head under which its facts are
 * @param policy C2SP's tlog-policy under which the checkpoint counts
 * @param key of the log
 * @param scope which facts
 * @param from first position
 * @param to last position; {@code from - 1}: no fact
 */
public record AuditBundle(SignedNote checkpoint, String policy, NoteKey key, LedgerScope scope, long from, long to) {

    /** @throws IllegalArgumentException if the positions are not below the head */
    public AuditBundle {
        long size = TreeHead.parse(checkpoint.text()).size();
        if (from < 1 || to < from - 1 || to > size)
            throw new IllegalArgumentException("no positions of " + size + ": " + from + " to " + to);
    }

    TreeHead head() {
        return TreeHead.parse(checkpoint.text());
    }
}
