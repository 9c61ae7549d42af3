package org.portfolioledger.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portfolioledger.ledger.backup.BackupRefused;
import org.portfolioledger.ledger.backup.MaintenanceTask;

/** Whoever asks for a backup or a restore is never given anything else. */
class MaintenanceTaskTest {

    @ParameterizedTest
    @ValueSource(strings = {"--fresh --restore FILE", "--restore=FILE --fresh", "--data=D --restore FILE"})
    void a_restore_is_asked_for_in_both_ways_of_writing(String words) {
        String[] said = words.split(" ");
        assertThat(MaintenanceTask.isAmong(said)).isTrue();
        assertThat(MaintenanceTask.of(said))
                .isEqualTo(new MaintenanceTask(MaintenanceTask.Kind.RESTORE, Path.of("FILE")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--backup", "--backup=", "--backup --fresh", "--data=D --restore"})
    void without_a_file_it_is_refused(String words) {
        String[] said = words.split(" ");
        assertThat(MaintenanceTask.isAmong(said)).isTrue();
        assertThatThrownBy(() -> MaintenanceTask.of(said))
                .isInstanceOf(BackupRefused.class)
                .hasMessageContaining("needs a file");
    }

    @Test
    void a_migration_needs_no_file() {
        assertThat(MaintenanceTask.isAmong("--port=1", "--migrate")).isTrue();
        assertThat(MaintenanceTask.of("--port=1", "--migrate"))
                .isEqualTo(new MaintenanceTask(MaintenanceTask.Kind.MIGRATE, null));
    }

    @Test
    void other_words_ask_for_none() {
        assertThat(MaintenanceTask.isAmong("--fresh", "--backups", "backup", "--migrated", "--port=1"))
                .isFalse();
    }
}
