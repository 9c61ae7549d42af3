package org.portfolioledger.ledger.backup;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A task for which an application is started instead of serving: {@code --backup FILE}, {@code --restore FILE} or
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

        private boolean isNamedBy(String said) {
            return said.equals(word) || said.startsWith(word + "=");
        }
    }

    /** Whether the arguments ask for one, as {@code --backup FILE} or {@code --backup=FILE}. */
    public static boolean isAmong(String... arguments) {
        return Stream.of(Kind.values()).anyMatch(kind -> isNamed(kind, arguments));
    }

    private static boolean isNamed(Kind kind, String... arguments) {
        return Stream.of(arguments).anyMatch(kind::isNamedBy);
    }

    /**
     * The one that the arguments ask for.
     *
     * @throws BackupRefused if they name no file
     */
    public static MaintenanceTask of(String... arguments) {
        Kind kind = Stream.of(Kind.values())
                .filter(each -> isNamed(each, arguments))
                .findFirst()
                .orElseThrow();
        return new MaintenanceTask(kind, kind == Kind.MIGRATE ? null : file(kind, arguments));
    }

    private static Path file(Kind kind, String... arguments) {
        int at = 0;
        while (!kind.isNamedBy(arguments[at])) at++;
        String file = arguments[at].equals(kind.word)
                ? at + 1 < arguments.length ? arguments[at + 1] : ""
                : arguments[at].substring(kind.word.length() + 1);
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
            case BACKUP ->
                "Backed up %s.".formatted(summary(new Backup(database, besides).write(requireNonNull(file))));
            case RESTORE ->
                "Restored %s.".formatted(summary(new Restore(database, besides).from(requireNonNull(file))));
            case MIGRATE -> migrate(database, BackedUpSchema.withLedger(besides));
        };
    }

    private static String migrate(DataSource owner, List<BackedUpSchema> schemas) {
        schemas.forEach(schema -> schema.migration().accept(owner));
        return schemas.stream()
                .map(schema -> "%s to version %s".formatted(schema.schema(), schema.version()))
                .collect(Collectors.joining(", ", "Migrated ", "."));
    }

    private String summary(Manifest manifest) {
        return "%s facts, as of %s, with the digest %s: %s"
                .formatted(
                        manifest.ledger().position(),
                        manifest.takenAt(),
                        manifest.ledger().leaves(),
                        file);
    }
}
