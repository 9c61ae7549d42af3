package org.portfolioledger.ledger.subscription;

import java.sql.SQLException;
import java.util.Set;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.dao.UncategorizedDataAccessException;
import org.springframework.transaction.TransactionException;

/** Classifies what a database refuses: for now, for one entity, or for good. */
public final class DatabaseErrors {

    /** Classes of SQLSTATE: data, constraints, and limits such as the longest key of an index. */
    private static final Set<String> OF_DATA = Set.of("22", "23", "54");

    private DatabaseErrors() {}

    /** Whether waiting may help. */
    public static boolean isPassing(RuntimeException fault) {
        boolean ofTheDatabase = fault instanceof TransientDataAccessException
                || fault instanceof RecoverableDataAccessException
                || fault instanceof DataAccessResourceFailureException
                || fault instanceof UncategorizedDataAccessException
                || fault instanceof TransactionException;
        return ofTheDatabase && !isOfData(fault);
    }

    /** Whether it lies in what was to be written, so that the rest can be written. */
    public static boolean isOfData(RuntimeException fault) {
        if (fault instanceof UnwritableChanges) return true;
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null)
                return OF_DATA.contains(sql.getSQLState().substring(0, 2));
        }
        return false;
    }
}
