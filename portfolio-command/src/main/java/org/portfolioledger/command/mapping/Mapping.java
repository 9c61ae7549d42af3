package org.portfolioledger.command.mapping;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.command.Decision;
import org.portfolioledger.command.EntryChecks;
import org.portfolioledger.command.Evidence;
import org.portfolioledger.command.Family;
import org.portfolioledger.command.Finding;
import org.portfolioledger.command.Findings;
import org.portfolioledger.command.mapping.MappingCommand.DefineMapping;
import org.portfolioledger.command.mapping.MappingCommand.RedefineMapping;
import org.portfolioledger.command.mapping.MappingCommand.WithdrawMapping;
import org.portfolioledger.events.MappingFact;
import org.portfolioledger.events.MappingFact.ImportMappingDefined;
import org.portfolioledger.events.MappingFact.ImportMappingRedefined;
import org.portfolioledger.events.MappingFact.ImportMappingWithdrawn;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.MappingState;
import org.portfolioledger.state.RecordedFact;
import org.portfolioledger.timeline.EffectiveEntry;
import org.portfolioledger.timeline.History;

/** The rules of mappings. */
final class Mapping extends Family<MappingCommand, MappingFact, MappingState> {

    private static final int FIRST = 1;

    Mapping() {
        super(Kinds.MAPPING, MappingCommand.class, MappingCommand.ROUTES, MappingRule.values());
    }

    @Override
    protected Decision<MappingFact> decide(
            MappingCommand command, History<RecordedFact, MappingState> history, Evidence evidence) {
        return switch (command) {
            case DefineMapping define ->
                Decision.stating(
                        ImportMappingDefined.class,
                        define,
                        MappingParts.of(define)
                                .findings()
                                .requireKnown(Kinds.PORTFOLIO, define.portfolio(), "/portfolio", evidence));
            case RedefineMapping redefine -> redefine(redefine, history, evidence);
            case WithdrawMapping withdraw -> Decision.stating(ImportMappingWithdrawn.class, withdraw, new Findings());
        };
    }

    private static Decision<MappingFact> redefine(
            RedefineMapping redefine, History<RecordedFact, MappingState> history, Evidence evidence) {
        Findings findings = MappingParts.of(redefine)
                .findings()
                .requireKnown(Kinds.PORTFOLIO, redefine.portfolio(), "/portfolio", evidence);
        return Decision.of(redefined(redefine, version(redefine, history)), findings);
    }

    private static int version(RedefineMapping redefine, History<RecordedFact, MappingState> history) {
        Integer stated = redefine.version();
        if (stated != null) return stated;
        List<ImportMappingRedefined> before = EntryChecks.facts(history.entries(), ImportMappingRedefined.class)
                .toList();
        int next = EntryChecks.nextVersion(
                before, ImportMappingRedefined::version, version -> redefined(redefine, version));
        return Math.max(FIRST + 1, next);
    }

    private static ImportMappingRedefined redefined(RedefineMapping redefine, int version) {
        return new ImportMappingRedefined(
                redefine.mapping(),
                version,
                redefine.portfolio(),
                redefine.snapshot(),
                redefine.columns(),
                redefine.recognition(),
                redefine.common(),
                redefine.commands(),
                redefine.reason(),
                redefine.provenance());
    }

    @Override
    protected List<Finding> invariants(MappingState state) {
        return EntryChecks.closedAfterItBegan(state, state.name(), MappingRule.MAPPING_WITHDRAWN_BEFORE_IT_BEGAN);
    }

    @Override
    protected List<Finding> historyInvariants(List<EffectiveEntry<RecordedFact>> entries) {
        List<Finding> findings = new ArrayList<>(EntryChecks.nothingAfter(
                entries,
                ImportMappingWithdrawn.class::isInstance,
                fact -> !(fact instanceof ImportMappingDefined),
                MappingRule.MAPPING_WITHDRAWN_ALREADY,
                "withdrawn"));
        findings.addAll(outOfOrder(entries));
        return findings;
    }

    private static List<Finding> outOfOrder(List<EffectiveEntry<RecordedFact>> entries) {
        List<Finding> findings = new ArrayList<>();
        int last = FIRST;
        @Nullable EffectiveEntry<RecordedFact> before = null;
        for (EffectiveEntry<RecordedFact> entry : entries) {
            if (!(entry.content().fact() instanceof ImportMappingRedefined redefined)) continue;
            if (redefined.version() <= last)
                findings.add(Finding.contradiction(
                                MappingRule.MAPPING_OUT_OF_ORDER,
                                "Version %s would take effect after version %s".formatted(redefined.version(), last),
                                entry,
                                before == null ? List.of() : List.of(before))
                        .at("/version"));
            last = redefined.version();
            before = entry;
        }
        return findings;
    }
}
