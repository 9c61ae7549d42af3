package org.portfolioledger.command.mapping;

import static org.portfolioledger.command.MappingFacts.byName;
import static org.portfolioledger.command.MappingFacts.column;
import static org.portfolioledger.command.MappingFacts.columns;
import static org.portfolioledger.command.MappingFacts.command;
import static org.portfolioledger.command.MappingFacts.commands;
import static org.portfolioledger.command.MappingFacts.defined;
import static org.portfolioledger.command.MappingFacts.mapping;
import static org.portfolioledger.command.MappingFacts.mappingWithdrawn;
import static org.portfolioledger.command.MappingFacts.redefined;
import static org.portfolioledger.command.PortfolioFacts.portfolio;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.portfolioledger.command.Given;
import org.portfolioledger.command.ReferenceRule;
import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.events.MappingFact.ColumnKind;
import org.portfolioledger.events.MappingFact.MappedColumn;
import org.portfolioledger.events.MappingFact.MappedCommand;
import org.portfolioledger.events.MappingFact.RowRecognition;
import org.portfolioledger.events.MappingFact.RowStatus;

/** How mappings are defined, followed by further versions, and withdrawn. */
class MappingTest {

    private static final String DAY = "2026-01-05";

    @Test
    void a_mapping_is_defined_and_redefined_and_withdrawn() {
        Given given = office().facts(portfolio("PF", "2020-01-01"));
        given.when(mapping("MAP", "PF", DAY)).records(mapping("MAP", "PF", DAY));
        given.facts(mapping("MAP", "PF", DAY));
        given.when(mapping("MAP", "PF", DAY)).refuses(ReferenceRule.ALREADY_EXISTS);
        given.when(redefined("MAP", 2, "2026-07-01")).isRecorded();
        given.when(mappingWithdrawn("MAP", DAY)).isRecorded();
    }

    @Test
    void it_is_for_a_portfolio_on_record() {
        office().when(mapping("MAP", "PF", DAY)).refusesAll(ReferenceRule.UNKNOWN_REFERENCE);
    }

    @Test
    void it_sends_a_command() {
        refused(MappingRule.MAPPING_WITHOUT_COMMANDS, byName(), List.of());
    }

    @Test
    void columns_and_steps_have_names_of_their_own() {
        office().when(defined(
                        "MAP", null, List.of(column("project"), column("Project")), byName(), steps("{project}"), DAY))
                .refusesAll(MappingRule.MAPPED_TWICE);
        refused(
                MappingRule.MAPPED_TWICE,
                byName(),
                List.of(command("a", "/x", "1", null), command("A", "/x", "2", null)));
    }

    @Test
    void it_refers_to_columns_that_it_has_and_to_what_is_known_of_a_row() {
        refused(MappingRule.COLUMN_NOT_MAPPED, byName(), steps("{colour}"));
        refused(MappingRule.COLUMN_NOT_MAPPED, new RowRecognition(null, null, "title", true, null), commands());
        refused(MappingRule.NOTHING_KNOWN_OF_ROW, byName(), steps("{@weather}"));
        accepted(byName(), steps("{rating as text} on {@snapshot} in {@financialYear}"));
    }

    @Test
    void numbers_are_rounded_to_a_number_of_decimals_that_there_can_be() {
        for (int decimals : new int[] {0, 12}) office().when(rounding(decimals)).isRecorded();
        for (int decimals : new int[] {-1, 13, Integer.MIN_VALUE, Integer.MAX_VALUE})
            office().when(rounding(decimals)).refusesAll(MappingRule.IMPOSSIBLE_DECIMALS);
    }

    private static GovernanceFact rounding(int decimals) {
        MappedColumn rounded = new MappedColumn("project", null, ColumnKind.NUMBER, null, null, null, decimals);
        return defined("MAP", null, List.of(rounded), byName(), steps("{project}"), DAY);
    }

    @Test
    void members_and_commands_have_a_place() {
        refused(MappingRule.MAPPED_TO_NOWHERE, byName(), List.of(command("a", "initiatives", "1", null)));
    }

    @Test
    void a_row_is_recognised_by_an_alias_of_a_scheme_or_by_a_name() {
        accepted(new RowRecognition("GMPP", "project", null, true, null), commands());
        refused(
                MappingRule.ROW_RECOGNISED_BY_NOTHING,
                new RowRecognition("GMPP", null, "project", true, null),
                commands());
        refused(MappingRule.ROW_RECOGNISED_BY_NOTHING, new RowRecognition(null, null, null, true, null), commands());
    }

    @Test
    void only_one_row_each_of_a_portfolio_tells_who_is_absent() {
        List<MappedCommand> absent =
                List.of(command("left", "/initiatives/{@initiative}/exits", "1", RowStatus.ABSENT));
        refused(MappingRule.NOBODY_TO_MISS, byName(), absent);
        Given given = office().facts(portfolio("PF", "2020-01-01"));
        given.when(defined("MAP", "PF", columns(), byName(), absent, DAY)).isRecorded();
        given.when(defined("MAP", "PF", columns(), new RowRecognition(null, null, "project", false, null), absent, DAY))
                .refusesAll(MappingRule.NOBODY_TO_MISS);
    }

    @Test
    void versions_follow_each_other() {
        Given given = office().facts(mapping("MAP", null, DAY));
        given.when(redefined("MAP", 1, "2026-02-01")).refusesAll(MappingRule.MAPPING_OUT_OF_ORDER);
        Given third = given.facts(redefined("MAP", 3, "2026-02-01"));
        third.when(redefined("MAP", 2, "2026-01-31")).isRecorded();
        third.when(redefined("MAP", 2, "2026-02-02")).refusesAll(MappingRule.MAPPING_OUT_OF_ORDER);
        third.when(redefined("MAP", 4, "2030-01-01")).isRecorded();
    }

    @Test
    void nothing_follows_its_withdrawal() {
        Given given = office().facts(mapping("MAP", null, DAY));
        given.when(mappingWithdrawn("MAP", "2026-01-04")).refusesAll(MappingRule.MAPPING_WITHDRAWN_BEFORE_IT_BEGAN);
        Given gone = given.facts(mappingWithdrawn("MAP", "2026-03-01"));
        gone.when(redefined("MAP", 2, "2026-02-28")).isRecorded();
        gone.when(redefined("MAP", 2, "2026-03-01")).refusesAll(MappingRule.MAPPING_WITHDRAWN_ALREADY);
        gone.when(mappingWithdrawn("MAP", "2026-03-02")).refusesAll(MappingRule.MAPPING_WITHDRAWN_ALREADY);
    }

    private static Given office() {
        return Given.persons("p-a");
    }

    private static List<MappedCommand> steps(String value) {
        return List.of(command("a", "/initiatives/{@initiative}/renames", value, null));
    }

    private static void accepted(@Nullable RowRecognition recognition, List<MappedCommand> commands) {
        office().when(defined("MAP", null, columns(), recognition, commands, DAY))
                .isRecorded();
    }

    private static void refused(MappingRule rule, @Nullable RowRecognition recognition, List<MappedCommand> commands) {
        office().when(defined("MAP", null, columns(), recognition, commands, DAY))
                .refusesAll(rule);
    }
}
