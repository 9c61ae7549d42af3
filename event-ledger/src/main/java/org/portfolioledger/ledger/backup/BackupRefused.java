package org.portfolioledger.ledger.backup;

import java.nio.file.FileSystemException;

/** States in one sentence why a backup is not written, or not restored. */
public final class BackupRefused extends RuntimeException {

    public BackupRefused(String sentence) {
        super(sentence);
    }

    BackupRefused(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    /** In one line, with its kind where the message alone is only a name. */
    static String reason(Exception cause) {
        String message = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
        return cause instanceof FileSystemException ? cause.getClass().getSimpleName() + " " + message : message;
    }
}
