package org.portfolioledger.command.people;

import java.util.List;
import org.portfolioledger.access.AccessDatabase;
import org.portfolioledger.ledger.backup.BackedUpSchema;

/** The tables of access tokens and of accounts that were signed out. */
public final class SignInTables {

    /** A backup holds none of them: a restore must not let a token count again that was revoked since. */
    public static final BackedUpSchema PART =
            new BackedUpSchema("access", AccessDatabase.VERSION, List.of(), AccessDatabase::migrate);

    private SignInTables() {}
}
