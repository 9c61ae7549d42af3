package org.portfolioledger.ledger.backup;

import java.nio.file.Path;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * What an application is started for instead of serving: {@code --backup FILE} or {@code --restore FILE}.
 *
 * @param file that is written, or read
 */
public record MaintenanceTask(Kind kind, Path file) {

    /** Which way it goes. */
    public enum Kind {
        BACKUP("--backup"),
        RESTORE("--restore");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        private boolean isSaidBy(String said) {
            return said.equals(word) || said.startsWith(word + "=");
        }
    }

    /** Whether the words ask for one, as {@code --backup FILE} or {@code --backup=FILE}. */
    public static boolean isAmong(String... words) {
        return Stream.of(words).anyMatch(word -> Stream.of(Kind.values()).anyMatch(kind -> kind.isSaidBy(word)));
    }

    /**
     * The one that the words ask for.
     *
     * @throws BackupRefused if they name no file
     */
    public static MaintenanceTask of(String... words) {
        Kind kind = Stream.of(words).anyMatch(Kind.BACKUP::isSaidBy) ? Kind.BACKUP : Kind.RESTORE;
        int said = 0;
        while (!kind.isSaidBy(words[said])) said++;
        String file = words[said].equals(kind.word)
                ? said + 1 < words.length ? words[said + 1] : ""
                : words[said].substring(kind.word.length() + 1);
        if (file.isEmpty() || file.startsWith("--"))
            throw new BackupRefused("%1$s needs a file behind it: %1$s FILE.".formatted(kind.word));
        return new MaintenanceTask(kind, Path.of(file));
    }

    /**
     * Does it, and says what was done.
     *
     * @param database whose user may read all of it for a backup, and is its owner for a restore
     */
    public String run(DataSource database, BackedUpSchema... besides) {
        return switch (kind) {
            case BACKUP -> "Backed up %s.".formatted(said(new Backup(database, besides).write(file)));
            case RESTORE -> "Restored %s.".formatted(said(new Restore(database, besides).from(file)));
        };
    }

    private String said(Manifest manifest) {
        return "%s facts, as they stood at %s, with the digest %s: %s"
                .formatted(
                        manifest.ledger().position(),
                        manifest.takenAt(),
                        manifest.ledger().leaves(),
                        file);
    }
}
