package org.portfolioledger.vocabulary;

/** What an account is. A fact keeps the kind of the account that recorded it. */
public enum ActorKind {
    PERSON,
    /** A program that passes on what people decided. */
    SERVICE,
    /** A program that judges by itself: it may propose, and approves nothing (rule 22). */
    AGENT;

    /** Whether it acts for a person, who is named beside it. */
    public boolean actsForSomebody() {
        return this != PERSON;
    }
}
