package org.portfolioledger.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A problem detail has the members of RFC 9457, and whoever is sent to errors[] finds something there. */
class ProblemTest {

    @ParameterizedTest
    @EnumSource(HttpProblem.class)
    void every_type_says_what_it_is_and_what_to_do_next(HttpProblem type) {
        var body = Problem.of(type, "It happened").body();
        assertThat(body.type()).isEqualTo("/problems/" + type.slug());
        assertThat(body.status()).isEqualTo(type.status());
        assertThat(body.detail()).startsWith("It happened. ").endsWith(".");
        assertThat(type.title()).isNotBlank().doesNotEndWith(".");
        if (type.advice().contains("errors[]")) assertThat(body.errors()).isNotEmpty();
    }

    @Test
    void what_tries_again_says_when() {
        assertThat(Problem.of(HttpProblem.BUSY, "Busy").response().getHeaders().getFirst("Retry-After"))
                .isEqualTo("1");
    }

    @Test
    void a_status_of_the_container_becomes_a_type_of_ours() {
        for (int status : List.of(400, 401, 403, 404, 405, 406, 413, 415, 417, 431, 500, 501, 503, 505))
            assertThat(ErrorPage.problem(status).type().status() >= 500)
                    .as("%d", status)
                    .isEqualTo(status == 500 || status == 503);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1001"})
    void a_setting_out_of_range_names_the_bound(String value) {
        int set = Integer.parseInt(value);
        assertThat(org.assertj.core.api.Assertions.catchThrowableOfType(
                        RefusedToStart.class, () -> Settings.requireBetween("x", set, 1, 1000)))
                .hasMessageMatching(
                        Pattern.quote("The setting x is " + value + ": it must be at ") + "(least 1|most 1000)\\.");
    }
}
