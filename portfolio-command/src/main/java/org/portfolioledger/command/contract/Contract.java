package org.portfolioledger.command.contract;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.command.Decision;
import org.portfolioledger.command.EntryChecks;
import org.portfolioledger.command.Evidence;
import org.portfolioledger.command.Family;
import org.portfolioledger.command.Finding;
import org.portfolioledger.command.Findings;
import org.portfolioledger.command.contract.ContractCommand.AgreeSupplier;
import org.portfolioledger.command.contract.ContractCommand.AwardContract;
import org.portfolioledger.command.contract.ContractCommand.ChangeContract;
import org.portfolioledger.command.contract.ContractCommand.EndContract;
import org.portfolioledger.command.contract.ContractCommand.ExtendContract;
import org.portfolioledger.command.contract.ContractCommand.RegisterContract;
import org.portfolioledger.events.ContractFact;
import org.portfolioledger.events.ContractFact.ContractAwarded;
import org.portfolioledger.events.ContractFact.ContractChanged;
import org.portfolioledger.events.ContractFact.ContractEnded;
import org.portfolioledger.events.ContractFact.ContractEnding;
import org.portfolioledger.events.ContractFact.ContractExtended;
import org.portfolioledger.events.ContractFact.ContractRegistered;
import org.portfolioledger.events.ContractFact.ContractSupplierAgreed;
import org.portfolioledger.state.ContractState;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.RecordedFact;
import org.portfolioledger.timeline.EffectiveEntry;
import org.portfolioledger.timeline.History;

/** The rules of contracts. */
final class Contract extends Family<ContractCommand, ContractFact, ContractState> {

    Contract() {
        super(Kinds.CONTRACT, ContractCommand.class, ContractCommand.ROUTES, ContractRule.values());
    }

    @Override
    protected Decision<ContractFact> decide(
            ContractCommand command, History<RecordedFact, ContractState> history, Evidence evidence) {
        return switch (command) {
            case RegisterContract register -> register(register, evidence);
            case AgreeSupplier agree -> Decision.stating(ContractSupplierAgreed.class, agree, new Findings());
            case AwardContract award -> award(award);
            case ExtendContract extend ->
                Decision.stating(
                        ContractExtended.class,
                        extend,
                        requirePossible(extend.lastDay(), extend.provenance().effectiveOn()));
            case ChangeContract change ->
                Decision.stating(
                        ContractChanged.class,
                        change,
                        new Findings().requireKnown(Kinds.DOCUMENT, change.document(), "/document", evidence));
            case EndContract end -> end(end, evidence);
        };
    }

    private static Decision<ContractFact> register(RegisterContract register, Evidence evidence) {
        Findings findings = requirePossible(
                        register.lastDay(), register.provenance().effectiveOn())
                .requireKnown(Kinds.INITIATIVE, register.initiative(), "/initiative", evidence)
                .requireKnown(Kinds.BUSINESS_CASE, register.businessCase(), "/businessCase", evidence);
        return Decision.stating(ContractRegistered.class, register, findings);
    }

    private static Decision<ContractFact> award(AwardContract award) {
        Findings findings = requirePossible(award.lastDay(), award.provenance().effectiveOn())
                .require(
                        award.lastDay() != null,
                        Finding.of(ContractRule.AWARDED_WITHOUT_LAST_DAY, "The award states no last day")
                                .at("/lastDay"));
        return Decision.stating(ContractAwarded.class, award, findings);
    }

    private static Findings requirePossible(@Nullable LocalDate lastDay, LocalDate stated) {
        return new Findings()
                .require(
                        lastDay == null || !lastDay.isBefore(stated),
                        Finding.of(
                                        ContractRule.IMPOSSIBLE_LAST_DAY,
                                        "Its last day would be %s, before %s".formatted(lastDay, stated))
                                .at("/lastDay"));
    }

    private static Decision<ContractFact> end(EndContract end, Evidence evidence) {
        Findings findings = new Findings()
                .require(
                        end.ending() == ContractEnding.EXPIRED || end.reason() != null,
                        Finding.of(
                                        ContractRule.CONTRACT_ENDED_WITHOUT_REASON,
                                        "The contract is %s, and no reason is stated".formatted(end.ending()))
                                .at("/reason"))
                .require(
                        !end.contract().equals(end.replacedBy()),
                        Finding.of(
                                        ContractRule.CONTRACT_REPLACES_ITSELF,
                                        "Contract %s would replace itself".formatted(end.contract()))
                                .at("/replacedBy"));
        if (!end.contract().equals(end.replacedBy()))
            findings.requireKnown(Kinds.CONTRACT, end.replacedBy(), "/replacedBy", evidence);
        return Decision.stating(ContractEnded.class, end, findings);
    }

    @Override
    protected List<Finding> invariants(ContractState state) {
        return EntryChecks.closedAfterItBegan(state, state.subject(), ContractRule.CONTRACT_ENDED_BEFORE_IT_BEGAN);
    }

    @Override
    protected List<Finding> historyInvariants(List<EffectiveEntry<RecordedFact>> entries) {
        List<Finding> findings = new ArrayList<>(EntryChecks.nothingAfter(
                entries,
                ContractEnded.class::isInstance,
                fact -> !(fact instanceof ContractRegistered),
                ContractRule.CONTRACT_ENDED_ALREADY,
                "ended"));
        findings.addAll(ContractCourse.findings(entries));
        return findings;
    }
}
