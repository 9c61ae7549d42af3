package org.portfolioledger.command.initiative;

import org.portfolioledger.command.board.BoardCommand;

/** Deliberately bad: knows another family's command. */
public record KnowsAnotherFamily(BoardCommand command) {}
