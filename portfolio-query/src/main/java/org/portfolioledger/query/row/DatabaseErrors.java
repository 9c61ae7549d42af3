package org.portfolioledger.query.row;

import java.sql.SQLException;
import java.util.Set;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.dao.UncategorizedDataAccessException;
import org.springframework.transaction.TransactionException;

/** Tells apart what a database refuses: for now, for one entity's rows, or for good. */
final class DatabaseErrors {

    /** Classes of SQLSTATE: data, constraints, and limits such as the longest key of an index. */
    private static final Set<String> OF_ROWS = Set.of("22", "23", "54");

    private DatabaseErrors() {}

    /** Whether waiting may help. */
    static boolean isPassing(RuntimeException fault) {
        boolean ofTheDatabase = fault instanceof TransientDataAccessException
                || fault instanceof RecoverableDataAccessException
                || fault instanceof DataAccessResourceFailureException
                || fault instanceof UncategorizedDataAccessException
                || fault instanceof TransactionException;
        return ofTheDatabase && !isOfRows(fault);
    }

    /** Whether it lies in the rows that were to be written, so that others can be written. */
    static boolean isOfRows(RuntimeException fault) {
        if (fault instanceof InconsistentRows) return true;
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null)
                return OF_ROWS.contains(sql.getSQLState().substring(0, 2));
        }
        return false;
    }
}
