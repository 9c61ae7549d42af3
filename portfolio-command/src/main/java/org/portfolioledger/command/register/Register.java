package org.portfolioledger.command.register;

import java.util.List;
import org.portfolioledger.command.CommandRoute;
import org.portfolioledger.command.Decision;
import org.portfolioledger.command.Evidence;
import org.portfolioledger.command.Family;
import org.portfolioledger.command.Finding;
import org.portfolioledger.command.Findings;
import org.portfolioledger.command.Rule;
import org.portfolioledger.command.register.RegisterCommand.GoLive;
import org.portfolioledger.command.register.RegisterCommand.OpenRegister;
import org.portfolioledger.events.RegisterFact;
import org.portfolioledger.events.RegisterFact.RegisterOpened;
import org.portfolioledger.events.RegisterFact.RegisterWentLive;
import org.portfolioledger.state.Kind;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.RecordedFact;
import org.portfolioledger.state.RegisterState;
import org.portfolioledger.timeline.History;

/** The rules of registers. */
final class Register implements Family<RegisterCommand, RegisterFact, RegisterState> {

    @Override
    public Kind<RegisterFact, RegisterState> kind() {
        return Kinds.REGISTER;
    }

    @Override
    public Class<RegisterCommand> commands() {
        return RegisterCommand.class;
    }

    @Override
    public List<CommandRoute<?>> routes() {
        return RegisterCommand.ROUTES;
    }

    @Override
    public List<? extends Rule> rules() {
        return List.of(RegisterRule.values());
    }

    @Override
    public Decision<RegisterFact> decide(
            RegisterCommand command, History<RecordedFact, RegisterState> history, Evidence evidence) {
        return switch (command) {
            case OpenRegister open -> open(open, history);
            case GoLive live -> goLive(live, history, evidence);
        };
    }

    private static Decision<RegisterFact> open(OpenRegister open, History<RecordedFact, RegisterState> history) {
        Findings findings = new Findings().requireNew(history, "register", open.register());
        return Decision.of(new RegisterOpened(open.register(), open.name(), open.provenance()), findings);
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
        return Decision.of(new RegisterWentLive(command.register(), command.provenance()), findings);
    }
}
