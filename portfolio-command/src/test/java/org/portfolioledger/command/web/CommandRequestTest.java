package org.portfolioledger.command.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portfolioledger.command.ReportingCycleFacts.cycleClosed;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.portfolioledger.command.Families;
import org.portfolioledger.command.Sender;
import org.portfolioledger.http.Actor;
import org.portfolioledger.vocabulary.ActorRole;

/** On which day a command is recorded. */
class CommandRequestTest {

    @Test
    void a_command_is_recorded_today_and_one_of_a_migration_on_the_day_of_the_moment_that_it_states() {
        assertThat(sender(null).today()).isEqualTo("2026-01-01");
        assertThat(sender(null).migrating()).isFalse();
        // Half past eleven at night in winter, half past midnight of the next day in summer.
        assertThat(sender("2012-01-31T23:30:00Z").today()).isEqualTo("2012-01-31");
        assertThat(sender("2012-06-30T23:30:00Z").today()).isEqualTo("2012-07-01");
        assertThat(sender("2012-06-30T23:30:00Z").migrating()).isTrue();
    }

    private static Sender sender(@Nullable String knownAt) {
        return new CommandRequest(
                        Families.asking(cycleClosed("RC", "2012-07-01")),
                        "reporting-cycle-RC",
                        null,
                        "reporting-cycle-RC",
                        new Actor("office", "p-a", Set.of(ActorRole.MIGRATOR)),
                        LocalDate.parse("2026-01-01"),
                        null,
                        "f",
                        knownAt == null ? null : Instant.parse(knownAt),
                        null)
                .sender();
    }
}
