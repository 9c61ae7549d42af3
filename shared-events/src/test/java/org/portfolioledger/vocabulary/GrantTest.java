package org.portfolioledger.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GrantTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SRO",
                "BOARD_SECRETARY@*",
                "PORTFOLIO_OFFICE@portfolio-PF-1.a_b",
                "SRO@initiative-PG",
                "BOARD_MEMBER@board-BD"
            })
    void a_grant_is_written_as_it_is_read(String text) {
        assertThat(Grant.of(text)).hasToString(text);
        assertThat(text).matches(Grant.FORM);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SRO@", "SRO@portfolio-", "SRO@register-ACME", "SRO@**", "SRO@portfolio-a b", "SRO@*@*"})
    void a_role_is_granted_within_a_portfolio_an_initiative_a_board_or_everything(String text) {
        assertThatThrownBy(() -> Grant.of(text)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Grant.read(text)).isInstanceOf(IllegalArgumentException.class);
        assertThat(text).doesNotMatch(Grant.FORM);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ROOT", "sro", "ROOT@*", " SRO"})
    void what_is_no_role_grants_nothing(String text) {
        assertThat(Grant.read(text)).isEmpty();
        assertThatThrownBy(() -> Grant.of(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void ids_are_one_whatever_the_case_of_their_letters() {
        Grant grant = Grant.of("SRO@initiative-pg-1");
        assertThat(grant.isFor("initiative-PG-1")).isTrue();
        assertThat(grant.isFor("initiative-PG-12")).isFalse();
        assertThat(Grant.of("SRO").isFor("initiative-PG-1")).isFalse();
        assertThat(Grant.of("SRO@*").isFor("initiative-PG-1")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "SRO, SRO, false, true",
        "SRO@initiative-PG, SRO, false, false",
        "SRO@initiative-PG, SRO@*, false, true",
        "SRO@*, SRO, false, false",
        "ASSURANCE@portfolio-PF, ASSURANCE, true, true",
        "ASSURANCE, ASSURANCE@portfolio-PF, true, false",
        "ASSURANCE@portfolio-PF, ASSURANCE@portfolio-PX, true, false",
        "ASSURANCE, SRO@*, true, false"
    })
    void a_grant_is_at_most_another(String grant, String other, boolean byItself, boolean atMost) {
        assertThat(Grant.of(grant).isAtMost(Grant.of(other), byItself)).isEqualTo(atMost);
    }
}
