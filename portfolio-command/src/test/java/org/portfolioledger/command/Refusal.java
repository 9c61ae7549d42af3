package org.portfolioledger.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why a command was refused. */
public record Refusal(List<Finding> findings) {

    /** The facts with which it collides, of all findings. */
    public Refusal against(Long... positions) {
        assertThat(findings.stream().flatMap(finding -> finding.facts().stream()))
                .containsOnly(positions);
        return this;
    }

    public Refusal againstNothing() {
        assertThat(findings).allSatisfy(finding -> assertThat(finding.facts()).isEmpty());
        return this;
    }

    /** First day on which the rule would be broken, and the first on which it would not. */
    public Refusal during(String from, @Nullable String to) {
        assertThat(findings.getFirst().from()).isEqualTo(LocalDate.parse(from));
        assertThat(findings.getFirst().to()).isEqualTo(to == null ? null : LocalDate.parse(to));
        return this;
    }

    public Refusal at(String pointer) {
        assertThat(findings).extracting(Finding::pointer).containsOnly(pointer);
        return this;
    }

    /** The detail names what the reader needs to know. */
    public Refusal entry(String... words) {
        assertThat(findings.getFirst().detail()).contains(words);
        return this;
    }
}
