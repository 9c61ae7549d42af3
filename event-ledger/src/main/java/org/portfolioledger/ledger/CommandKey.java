package org.portfolioledger.ledger;

/**
 * Identifies a command for ever: who sent it, and the key that the sender gave it.
 *
 * @param actor who sent it
 * @param key unique for the actor; the edge makes a random one where the caller gave none
 */
public record CommandKey(String actor, String key) {

    public CommandKey {
        PostgresText.require("actor", actor);
        PostgresText.require("key", key);
    }
}
