package org.portfolioledger.ledger.backup;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * What an application is started for instead of serving: {@code --backup FILE}, {@code --restore FILE} or
 * {@code --migrate}.
 *
 * @param file that is written, or read; null for a migration
 */
public record MaintenanceTask(Kind kind, @Nullable Path file) {

    /** What is done to the database. */
    public enum Kind {
        BACKUP("--backup"),
        RESTORE("--restore"),
        /** Brings the schemas to the versions that this code needs, so that no process that serves need own them. */
        MIGRATE("--migrate");

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
        return Stream.of(Kind.values()).anyMatch(kind -> isSaid(kind, words));
    }

    private static boolean isSaid(Kind kind, String... words) {
        return Stream.of(words).anyMatch(kind::isSaidBy);
    }

    /**
     * The one that the words ask for.
     *
     * @throws BackupRefused if they name no file
     */
    public static MaintenanceTask of(String... words) {
        Kind kind = Stream.of(Kind.values())
                .filter(each -> isSaid(each, words))
                .findFirst()
                .orElseThrow();
        return new MaintenanceTask(kind, kind == Kind.MIGRATE ? null : file(kind, words));
    }

    private static Path file(Kind kind, String... words) {
        int said = 0;
        while (!kind.isSaidBy(words[said])) said++;
        String file = words[said].equals(kind.word)
                ? said + 1 < words.length ? words[said + 1] : ""
                : words[said].substring(kind.word.length() + 1);
        if (file.isEmpty() || file.startsWith("--"))
            throw new BackupRefused("%1$s needs a file behind it: %1$s FILE.".formatted(kind.word));
        return Path.of(file);
    }

    /**
     * Does it, and says what was done.
     *
     * @param database whose user may read all of it for a backup, and is its owner for the others
     */
    public String run(DataSource database, BackedUpSchema... besides) {
        return switch (kind) {
            case BACKUP -> "Backed up %s.".formatted(said(new Backup(database, besides).write(requireNonNull(file))));
            case RESTORE -> "Restored %s.".formatted(said(new Restore(database, besides).from(requireNonNull(file))));
            case MIGRATE -> migrate(database, BackedUpSchema.withLedger(besides));
        };
    }

    private static String migrate(DataSource owner, List<BackedUpSchema> schemas) {
        schemas.forEach(schema -> schema.migration().accept(owner));
        return schemas.stream()
                .map(schema -> "%s to version %s".formatted(schema.schema(), schema.version()))
                .collect(Collectors.joining(", ", "Migrated ", "."));
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
