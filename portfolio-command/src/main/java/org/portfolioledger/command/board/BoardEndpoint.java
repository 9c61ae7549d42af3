package org.portfolioledger.command.board;

import java.util.List;
import java.util.stream.Stream;
import org.portfolioledger.command.Rule;
import org.portfolioledger.command.Shell;
import org.portfolioledger.command.board.BoardCommand.ChangeParent;
import org.portfolioledger.command.board.BoardCommand.ChangeRemit;
import org.portfolioledger.command.board.BoardCommand.CloseBoard;
import org.portfolioledger.command.board.BoardCommand.EstablishBoard;
import org.portfolioledger.command.board.BoardCommand.RecordDecision;
import org.portfolioledger.command.board.BoardCommand.SetLimit;
import org.portfolioledger.command.powers.PowersRule;
import org.portfolioledger.command.web.CommandRoute;
import org.portfolioledger.command.web.FamilyRoutes;
import org.portfolioledger.events.BoardFact.BoardClosed;
import org.portfolioledger.events.BoardFact.BoardDecided;
import org.portfolioledger.events.BoardFact.BoardEstablished;
import org.portfolioledger.events.BoardFact.BoardLimitSet;
import org.portfolioledger.events.BoardFact.BoardParentChanged;
import org.portfolioledger.events.BoardFact.BoardRemitChanged;
import org.springframework.stereotype.Component;

/** Paths of the commands on boards. */
@Component
final class BoardEndpoint implements FamilyRoutes {

    @Override
    public List<CommandRoute<?>> posts() {
        return List.of(
                new CommandRoute<>(
                        "/boards",
                        EstablishBoard.class,
                        "board",
                        BoardEstablished.class,
                        BoardEndpoint::itself,
                        "Begin a board",
                        """
                        {"id": "BD-INV", "register": "ACME", "name": "Investment Board", "level": "INVESTMENT",
                         "functions": ["approves business cases"], "decisionTypes": ["SOC", "OBC", "FBC", "REBASELINE"],
                         "limit": {"amount": 5000000, "currency": "GBP", "priceBasis": "NOMINAL", "confidence": "APPROVED"},
                         "quorum": 3, "cadence": "MONTHLY", "effectiveOn": "2026-01-05"}"""),
                new CommandRoute<>(
                        "/boards/{board}/limits",
                        SetLimit.class,
                        null,
                        BoardLimitSet.class,
                        BoardEndpoint::itself,
                        "Set a board's delegated limit",
                        """
                        {"limit": {"amount": 3000000, "currency": "GBP", "priceBasis": "NOMINAL", "confidence": "APPROVED"},
                         "reason": "Scheme of delegation 2026", "effectiveOn": "2026-04-01"}"""),
                new CommandRoute<>(
                        "/boards/{board}/remits",
                        ChangeRemit.class,
                        null,
                        BoardRemitChanged.class,
                        BoardEndpoint::itself,
                        "Change a board's remit",
                        """
                        {"functions": ["approves business cases and policies"], "decisionTypes": ["SOC", "OBC", "FBC", "REBASELINE", "POLICY"],
                         "effectiveOn": "2026-04-01"}"""),
                new CommandRoute<>(
                        "/boards/{board}/parents",
                        ChangeParent.class,
                        null,
                        BoardParentChanged.class,
                        BoardEndpoint::itself,
                        "Let a board escalate to another board, or to none",
                        """
                        {"parent": "BD-CABINET", "reason": "Scheme of delegation 2026", "effectiveOn": "2026-04-01"}"""),
                new CommandRoute<>(
                        "/boards/{board}/closures",
                        CloseBoard.class,
                        null,
                        BoardClosed.class,
                        BoardEndpoint::itself,
                        "Dissolve a board",
                        """
                        {"reason": "Merged into the Cabinet", "effectiveOn": "2026-12-31"}"""),
                new CommandRoute<>(
                        "/boards/{board}/decisions",
                        RecordDecision.class,
                        "decision",
                        BoardDecided.class,
                        decided -> itself(decided) + "/decisions/" + decided.decision(),
                        "Record a decision that concerns no business case",
                        """
                        {"id": "D-14", "matter": "REBASELINE", "subject": "New homes: later start", "outcome": "APPROVED",
                         "meeting": "2026-05", "papers": [{"sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", "title": "Re-baseline", "purpose": "FOR_DECISION"}],
                         "attendance": 4, "decidedBy": ["p-secretary"], "effectiveOn": "2026-05-20"}"""));
    }

    private static String itself(BoardCommand command) {
        return "/boards/" + command.board();
    }

    @Override
    public List<? extends Rule> rules() {
        return Stream.<Rule>concat(Stream.of(BoardRule.values()), Stream.of(PowersRule.values()))
                .toList();
    }

    @Override
    public Class<? extends Shell> shell() {
        return BoardAggregate.class;
    }
}
