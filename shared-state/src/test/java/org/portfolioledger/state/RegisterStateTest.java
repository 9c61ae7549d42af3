package org.portfolioledger.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portfolioledger.state.Story.on;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.portfolioledger.events.RegisterFact;
import org.portfolioledger.events.RegisterFact.DataStandardDefined;
import org.portfolioledger.events.RegisterFact.RegisterOpened;
import org.portfolioledger.events.RegisterFact.RegisterWentLive;

class RegisterStateTest {

    private final Story<RegisterFact, RegisterState> story = Story.of(Kinds.REGISTER);

    @Test
    void a_register_migrates_until_it_goes_live() {
        var told = story.then(new RegisterOpened("MPS", "Metropolitan Police Service", on("2011-06-13")))
                .then(new RegisterWentLive("MPS", on("2018-04-01")));

        assertThat(told.state("2011-06-13").name().value()).isEqualTo("Metropolitan Police Service");
        assertThat(told.state("2018-03-31").live()).isNull();
        assertThat(Story.value(told.state("2018-04-01").live())).isTrue();
    }

    @Test
    void a_register_said_to_have_begun_after_it_went_live_is_live_still() {
        var told = story.then(new RegisterWentLive("MPS", on("2010-01-01")))
                .then(new RegisterOpened("MPS", "Metropolitan Police Service", on("2011-06-13")));

        assertThat(Story.value(told.state("2010-01-01").live())).isTrue();
        assertThat(Story.value(told.state("2011-06-13").live())).isTrue();
    }

    @Test
    void of_a_register_that_no_fact_opens_nothing_holds() {
        assertThat(story.then(new RegisterWentLive("MPS", on("2010-01-01"))).isNothing("2010-01-01"))
                .isTrue();
    }

    @Test
    void the_tables_in_force_are_those_that_were_defined_last_for_the_day() {
        var told = story.then(new RegisterOpened("MPS", "Metropolitan Police Service", on("2011-06-13")))
                .then(tables(2, "2015-01-01"))
                .then(tables(1, "2010-01-01"))
                .then(tables(3, "2013-01-01"));

        assertThat(version(told.state("2011-06-13"))).isEqualTo(1);
        assertThat(version(told.state("2012-12-31"))).isEqualTo(1);
        assertThat(version(told.state("2013-01-01"))).isEqualTo(3);
        assertThat(version(told.state("2014-12-31"))).isEqualTo(3);
        assertThat(version(told.state("2015-01-01"))).isEqualTo(2);
    }

    private static DataStandardDefined tables(int version, String day) {
        return new DataStandardDefined("MPS", version, "Tables", List.of(), on(day));
    }

    private static int version(RegisterState state) {
        return Objects.requireNonNull(state.dataStandard()).value().version();
    }
}
