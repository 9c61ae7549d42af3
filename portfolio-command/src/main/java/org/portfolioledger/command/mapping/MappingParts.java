package org.portfolioledger.command.mapping;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.command.Finding;
import org.portfolioledger.command.Findings;
import org.portfolioledger.command.mapping.MappingCommand.DefineMapping;
import org.portfolioledger.command.mapping.MappingCommand.RedefineMapping;
import org.portfolioledger.events.MappingFact.MappedColumn;
import org.portfolioledger.events.MappingFact.MappedCommand;
import org.portfolioledger.events.MappingFact.MappedField;
import org.portfolioledger.events.MappingFact.RowRecognition;
import org.portfolioledger.events.MappingFact.RowStatus;

/** What a mapping consists of, and that its parts fit together. */
record MappingParts(
        @Nullable String portfolio,
        @Nullable String snapshot,
        List<MappedColumn> columns,
        @Nullable RowRecognition recognition,
        List<MappedField> common,
        List<MappedCommand> commands) {

    private static final int MOST_DECIMALS = 12;

    static MappingParts of(DefineMapping define) {
        return new MappingParts(
                define.portfolio(),
                define.snapshot(),
                define.columns(),
                define.recognition(),
                define.common(),
                define.commands());
    }

    static MappingParts of(RedefineMapping redefine) {
        return new MappingParts(
                redefine.portfolio(),
                redefine.snapshot(),
                redefine.columns(),
                redefine.recognition(),
                redefine.common(),
                redefine.commands());
    }

    /** What does not fit. */
    Findings findings() {
        Findings findings = new Findings()
                .require(
                        !commands.isEmpty(),
                        Finding.of(MappingRule.MAPPING_WITHOUT_COMMANDS, "It has no command")
                                .at("/commands"));
        requireOnce(columns.stream().map(MappedColumn::name).toList(), "columns", "name", findings);
        requireOnce(commands.stream().map(MappedCommand::step).toList(), "commands", "step", findings);
        for (int i = 0; i < columns.size(); i++)
            requireDecimals(columns.get(i).decimals(), "/columns/%s/decimals".formatted(i), findings);
        requireColumn(snapshot, "/snapshot", findings);
        requireRecognition(findings);
        for (int i = 0; i < common.size(); i++) requireField(common.get(i), "/common/" + i, findings);
        for (int i = 0; i < commands.size(); i++) requireCommand(commands.get(i), "/commands/" + i, findings);
        return findings;
    }

    private static void requireOnce(List<String> names, String list, String member, Findings findings) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            findings.require(
                    seen.add(name.toLowerCase(Locale.ROOT)),
                    Finding.of(MappingRule.MAPPED_TWICE, "%s is there twice".formatted(name))
                            .at("/%s/%s/%s".formatted(list, i, member)));
        }
    }

    private static void requireDecimals(@Nullable Integer decimals, String at, Findings findings) {
        findings.require(
                decimals == null || (decimals >= 0 && decimals <= MOST_DECIMALS),
                Finding.of(
                                MappingRule.IMPOSSIBLE_DECIMALS,
                                "Numbers would be rounded to %s decimals".formatted(decimals))
                        .at(at));
    }

    private void requireRecognition(Findings findings) {
        if (recognition == null) return;
        boolean halfAnAlias = (recognition.scheme() == null) != (recognition.alias() == null);
        findings.require(
                !halfAnAlias && (recognition.alias() != null || recognition.called() != null),
                Finding.of(MappingRule.ROW_RECOGNISED_BY_NOTHING, "Nothing tells of which initiative a row is")
                        .at("/recognition"));
        requireColumn(recognition.alias(), "/recognition/alias", findings);
        requireColumn(recognition.called(), "/recognition/called", findings);
    }

    private void requireCommand(MappedCommand command, String at, Findings findings) {
        requirePlace(command.post(), at + "/post", findings);
        requireText(command.post(), at + "/post", findings);
        if (command.subject() != null) requireText(command.subject(), at + "/subject", findings);
        List<String> stated = command.stated() == null ? List.of() : command.stated();
        for (int i = 0; i < stated.size(); i++) requireColumn(stated.get(i), at + "/stated/" + i, findings);
        List<String> unstated = command.unstated() == null ? List.of() : command.unstated();
        for (int i = 0; i < unstated.size(); i++) requireColumn(unstated.get(i), at + "/unstated/" + i, findings);
        List<String> changed = command.changed() == null ? List.of() : command.changed();
        for (int i = 0; i < changed.size(); i++) requirePlace(changed.get(i), at + "/changed/" + i, findings);
        for (int i = 0; i < command.body().size(); i++)
            requireField(command.body().get(i), at + "/body/" + i, findings);
        List<RowStatus> when = command.when() == null ? List.of() : command.when();
        boolean tells = portfolio != null && recognition != null && recognition.oneRowEach();
        findings.require(
                !when.contains(RowStatus.ABSENT) || tells,
                Finding.of(MappingRule.NOBODY_TO_MISS, "It sends something for an initiative without a row")
                        .at(at + "/when"));
    }

    private void requireField(MappedField field, String at, Findings findings) {
        requirePlace(field.at(), at + "/at", findings);
        requireText(field.value(), at + "/value", findings);
    }

    private static void requirePlace(String place, String at, Findings findings) {
        findings.require(
                place.length() > 1 && place.startsWith("/"),
                Finding.of(MappingRule.MAPPED_TO_NOWHERE, "%s does not begin with a slash".formatted(place))
                        .at(at));
    }

    private void requireText(String text, String at, Findings findings) {
        RowText read = RowText.of(text);
        read.columns().forEach(column -> requireColumn(column, at, findings));
        read.unknown()
                .forEach(name -> findings.note(
                        Finding.of(MappingRule.NOTHING_KNOWN_OF_ROW, "Nobody knows %s of a row".formatted(name))
                                .at(at)));
    }

    private void requireColumn(@Nullable String column, String at, Findings findings) {
        Set<String> names = columns.stream().map(MappedColumn::name).collect(Collectors.toSet());
        findings.require(
                column == null || names.contains(column),
                Finding.of(MappingRule.COLUMN_NOT_MAPPED, "It has no column %s".formatted(column))
                        .at(at));
    }
}
