package org.portfolioledger.command.contract;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.command.Decision;
import org.portfolioledger.command.EntryChecks;
import org.portfolioledger.command.Evidence;
import org.portfolioledger.command.Family;
import org.portfolioledger.command.Finding;
import org.portfolioledger.command.Findings;
import org.portfolioledger.command.ReferenceRule;
import org.portfolioledger.command.contract.ContractCommand.AgreeExtensionOption;
import org.portfolioledger.command.contract.ContractCommand.AgreeSupplier;
import org.portfolioledger.command.contract.ContractCommand.AwardContract;
import org.portfolioledger.command.contract.ContractCommand.AwardLot;
import org.portfolioledger.command.contract.ContractCommand.ChangeContract;
import org.portfolioledger.command.contract.ContractCommand.ChangeSupplier;
import org.portfolioledger.command.contract.ContractCommand.DefineLot;
import org.portfolioledger.command.contract.ContractCommand.EndContract;
import org.portfolioledger.command.contract.ContractCommand.ExtendContract;
import org.portfolioledger.command.contract.ContractCommand.RegisterContract;
import org.portfolioledger.events.ContractFact;
import org.portfolioledger.events.ContractFact.ContractAwarded;
import org.portfolioledger.events.ContractFact.ContractChanged;
import org.portfolioledger.events.ContractFact.ContractEnded;
import org.portfolioledger.events.ContractFact.ContractEnding;
import org.portfolioledger.events.ContractFact.ContractExtended;
import org.portfolioledger.events.ContractFact.ContractExtensionOptionAgreed;
import org.portfolioledger.events.ContractFact.ContractLotAwarded;
import org.portfolioledger.events.ContractFact.ContractLotDefined;
import org.portfolioledger.events.ContractFact.ContractRegistered;
import org.portfolioledger.events.ContractFact.ContractSupplierAgreed;
import org.portfolioledger.events.ContractFact.ContractSupplierChanged;
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
            case ExtendContract extend -> extend(extend, history);
            case DefineLot define ->
                Decision.of(
                        new ContractLotDefined(
                                define.contract(), lot(define.lot(), history), define.subject(), define.provenance()),
                        new Findings());
            case AwardLot award -> awardLot(award, history);
            case AgreeExtensionOption agree -> agreeOption(agree, history);
            case ChangeSupplier change -> changeSupplier(change, history, evidence);
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

    private static Decision<ContractFact> extend(ExtendContract extend, History<RecordedFact, ContractState> history) {
        String option = extend.option() == null ? null : option(extend.option(), history);
        return Decision.of(
                new ContractExtended(
                        extend.contract(),
                        extend.lastDay(),
                        extend.toMaximum(),
                        option,
                        extend.reason(),
                        extend.provenance()),
                requirePossible(extend.lastDay(), extend.provenance().effectiveOn()));
    }

    private static Decision<ContractFact> awardLot(AwardLot award, History<RecordedFact, ContractState> history) {
        String lot = lot(award.lot(), history);
        Findings findings = requirePossible(award.lastDay(), award.provenance().effectiveOn())
                .require(lots(history).anyMatch(lot::equals), ReferenceRule.absent("lot", award.lot()));
        return Decision.of(
                new ContractLotAwarded(award.contract(), lot, award.supplier(), award.lastDay(), award.provenance()),
                findings);
    }

    private static Decision<ContractFact> agreeOption(
            AgreeExtensionOption agree, History<RecordedFact, ContractState> history) {
        LocalDate stated = agree.provenance().effectiveOn();
        Findings findings = requirePossible(agree.lastDay(), stated)
                .require(
                        agree.decideBy() == null || !agree.decideBy().isBefore(stated),
                        Finding.of(
                                        ContractRule.IMPOSSIBLE_LAST_DAY,
                                        "It would be open until %s, before %s".formatted(agree.decideBy(), stated))
                                .at("/decideBy"));
        return Decision.of(
                new ContractExtensionOptionAgreed(
                        agree.contract(),
                        option(agree.option(), history),
                        agree.lastDay(),
                        agree.decideBy(),
                        agree.provenance()),
                findings);
    }

    private static Decision<ContractFact> changeSupplier(
            ChangeSupplier change, History<RecordedFact, ContractState> history, Evidence evidence) {
        String lot = change.lot() == null ? null : lot(change.lot(), history);
        Findings findings = new Findings()
                .require(
                        change.reason() != null,
                        Finding.of(
                                        ContractRule.SUPPLIER_CHANGED_WITHOUT_REASON,
                                        "The supplier is %s, and no reason is stated".formatted(change.supplier()))
                                .at("/reason"))
                .requireKnown(Kinds.DOCUMENT, change.document(), "/document", evidence)
                .require(
                        lot == null || lots(history).anyMatch(lot::equals),
                        ReferenceRule.unknown("lot", change.lot(), "/lot"));
        return Decision.of(
                new ContractSupplierChanged(
                        change.contract(),
                        lot,
                        change.supplier(),
                        change.reason(),
                        change.document(),
                        change.provenance()),
                findings);
    }

    /** The id of a lot as it was written first. */
    private static String lot(String id, History<RecordedFact, ContractState> history) {
        return EntryChecks.firstSpelling(id, lots(history));
    }

    private static Stream<String> lots(History<RecordedFact, ContractState> history) {
        return EntryChecks.facts(history.entries(), ContractLotDefined.class).map(ContractLotDefined::lot);
    }

    /** The id of an option as it was written first. */
    private static String option(String id, History<RecordedFact, ContractState> history) {
        return EntryChecks.firstSpelling(
                id,
                EntryChecks.facts(history.entries(), ContractExtensionOptionAgreed.class)
                        .map(ContractExtensionOptionAgreed::option));
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
        findings.addAll(EntryChecks.takenOnce(
                entries,
                fact -> fact instanceof ContractLotDefined defined ? defined.lot() : null,
                lot -> ReferenceRule.taken("lot", lot)));
        findings.addAll(EntryChecks.takenOnce(
                entries,
                fact -> fact instanceof ContractExtensionOptionAgreed agreed ? agreed.option() : null,
                option -> ReferenceRule.taken("extension option", option)));
        return findings;
    }
}
