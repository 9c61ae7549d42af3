package org.portfolioledger.ledger.subscription;

import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.ledger.LedgerDamaged;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Puts into one line, in words of ours, why something failed; names of classes and texts of libraries are for the log. */
public final class FailureReason {

    private static final int LONGEST = 500;
    private static final String UNEXPECTED = "this release fails at it; its log says where";

    private FailureReason() {}

    /** A fault whose message is written for whoever reads the reason. */
    public interface Worded {}

    public static String of(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            Optional<String> words = words(cause);
            if (words.isPresent()) return line(words.get());
        }
        return UNEXPECTED;
    }

    private static Optional<String> words(Throwable cause) {
        return switch (cause) {
            case Worded _ -> Optional.ofNullable(cause.getMessage());
            case LedgerDamaged damaged -> Optional.ofNullable(damaged.getMessage());
            case StackOverflowError _ -> Optional.of("it is nested too deeply for this release");
            case PSQLException refused ->
                Optional.of("the database refuses it: " + text(refused.getServerErrorMessage()));
            case SQLException _ -> Optional.of("the database does not answer");
            default -> Optional.empty();
        };
    }

    private static String text(@Nullable ServerErrorMessage refused) {
        return refused == null ? "the connection was lost" : String.valueOf(refused.getMessage());
    }

    private static String line(String words) {
        String line = words.replace("\0", "").replaceAll("\\s+", " ");
        return line.length() > LONGEST ? line.substring(0, LONGEST) : line;
    }
}
