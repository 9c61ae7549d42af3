package org.portfolioledger.events;

/** A fact that is the decision of a board. Retracted, it stays listed wherever decisions are, as retracted (rule 5). */
public sealed interface BoardDecision
        permits BoardFact.BoardDecided, BusinessCaseFact.BusinessCaseDecided, VacancyRequestFact.VacancyDecided {}
