package org.portfolioledger.command.register;

import java.util.List;
import org.portfolioledger.command.Decision;
import org.portfolioledger.command.Evidence;
import org.portfolioledger.command.Family;
import org.portfolioledger.command.Finding;
import org.portfolioledger.command.Findings;
import org.portfolioledger.command.register.RegisterCommand.DefineDataStandard;
import org.portfolioledger.command.register.RegisterCommand.GoLive;
import org.portfolioledger.command.register.RegisterCommand.OpenRegister;
import org.portfolioledger.events.RegisterFact;
import org.portfolioledger.events.RegisterFact.RegisterOpened;
import org.portfolioledger.events.RegisterFact.RegisterWentLive;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.RecordedFact;
import org.portfolioledger.state.RegisterState;
import org.portfolioledger.timeline.EffectiveEntry;
import org.portfolioledger.timeline.History;

/** The rules of registers. */
final class Register extends Family<RegisterCommand, RegisterFact, RegisterState> {

    Register() {
        super(Kinds.REGISTER, RegisterCommand.class, RegisterCommand.ROUTES, RegisterRule.values());
    }

    @Override
    protected Decision<RegisterFact> decide(
            RegisterCommand command, History<RecordedFact, RegisterState> history, Evidence evidence) {
        return switch (command) {
            case OpenRegister open -> Decision.stating(RegisterOpened.class, open, new Findings());
            case GoLive live -> goLive(live, history, evidence);
            case DefineDataStandard define -> DataStandardTables.define(define, history);
        };
    }

    private static Decision<RegisterFact> goLive(
            GoLive command, History<RecordedFact, RegisterState> history, Evidence evidence) {
        Findings findings = new Findings();
        boolean said = history.timeline().last().map(RegisterState::live).isPresent();
        // It may be this one, which is corrected.
        evidence.wentLive()
                .filter(first -> said || !(first.fact() instanceof RegisterWentLive))
                .ifPresent(first -> findings.note(Finding.of(
                                RegisterRule.REGISTER_ALREADY_LIVE,
                                "Register %s is live from fact %s on".formatted(command.register(), first.position()))
                        .against(List.of(first.position()))));
        return Decision.stating(RegisterWentLive.class, command, findings);
    }

    @Override
    protected List<Finding> historyInvariants(List<EffectiveEntry<RecordedFact>> entries) {
        return DataStandardTables.definedTwice(entries);
    }
}
