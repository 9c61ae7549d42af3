package org.portfolioledger.ledger.backup;

import java.nio.file.Path;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * A task for which an application is started instead of serving: {@code --backup FILE} or {@code --restore FILE}.
 *
 * @param file to be written or read
 */
public record MaintenanceTask(Kind kind, Path file) {

    /** Whether it writes or reads. */
    public enum Kind {
        BACKUP("--backup"),
        RESTORE("--restore");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        private boolean isNamedBy(String argument) {
            return argument.equals(word) || argument.startsWith(word + "=");
        }
    }

    /** Whether the arguments ask for one, as {@code --backup FILE} or {@code --backup=FILE}. */
    public static boolean isAmong(String... arguments) {
        return Stream.of(arguments).anyMatch(word -> Stream.of(Kind.values()).anyMatch(kind -> kind.isNamedBy(word)));
    }

    /**
     * The task that the arguments ask for.
     *
     * @throws BackupRefused if they name no file
     */
    public static MaintenanceTask of(String... arguments) {
        Kind kind = Stream.of(arguments).anyMatch(Kind.BACKUP::isNamedBy) ? Kind.BACKUP : Kind.RESTORE;
        int at = 0;
        while (!kind.isNamedBy(arguments[at])) at++;
        String file = arguments[at].equals(kind.word)
                ? at + 1 < arguments.length ? arguments[at + 1] : ""
                : arguments[at].substring(kind.word.length() + 1);
        if (file.isEmpty() || file.startsWith("--"))
            throw new BackupRefused("%1$s needs a file behind it: %1$s FILE.".formatted(kind.word));
        return new MaintenanceTask(kind, Path.of(file));
    }

    /**
     * Runs the task, and returns a sentence on what was done.
     *
     * @param database whose user may read all of it for a backup, and is its owner for a restore
     */
    public String run(DataSource database, BackedUpSchema... besides) {
        return switch (kind) {
            case BACKUP -> "Backed up %s.".formatted(summary(new Backup(database, besides).write(file)));
            case RESTORE -> "Restored %s.".formatted(summary(new Restore(database, besides).from(file)));
        };
    }

    private String summary(Manifest manifest) {
        return "%d facts, as of %s, with the digest %s: %s"
                .formatted(
                        manifest.ledger().position(),
                        manifest.takenAt(),
                        manifest.ledger().leaves(),
                        file);
    }
}
