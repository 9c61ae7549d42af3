package org.portfolioledger.command.powers;

import org.portfolioledger.command.Rule;

/** Rules about what a board may decide. */
public enum PowersRule implements Rule {
    BOARD_NOT_IN_EXISTENCE(RuleText.governance(
            7,
            "The board does not exist on that day",
            "Choose a date on which it exists, another board, or record the decision as ultra vires on purpose.")),
    OUTSIDE_REMIT(RuleText.governance(
            7,
            "The decision is outside the board's remit",
            "Put it to a board whose remit covers it, or record it as ultra vires on purpose.")),
    OVER_DELEGATED_LIMIT(RuleText.governance(
            7,
            "The cost is above the board's delegated limit",
            "Refer it up to a board with a higher limit, or record it as ultra vires on purpose.")),
    AMOUNTS_NOT_COMPARABLE(
            RuleText.governance(
                    7,
                    "The cost cannot be compared with the board's delegated limit",
                    "State the cost in the currency, price basis and price year of the limit, or set the limit in those of the cost, or record the decision as ultra vires on purpose.")),
    NO_QUORUM(RuleText.governance(
            7,
            "The board has no quorum",
            "Decide again with a quorum present, or record it as ultra vires on purpose.")),
    NOT_A_MEMBER(
            RuleText.governance(
                    7,
                    "Those who decide sit on the board on that day",
                    "Name those who sit on it, record its membership first, or record the decision as ultra vires on purpose.")),
    CONDITIONS_NOT_STATED(RuleText.governance(
            6, "An approval with conditions states them", "State the conditions, or approve without them.")),
    NOT_PRESENT(RuleText.governance(
            7,
            "Those who decide in a meeting were present",
            "Name those who were present, or correct the attendance of the meeting.")),
    NOT_ALONE(RuleText.governance(
            7,
            "Only a board of one person decides alone",
            "Record it as made in a meeting, in writing or by delegation, or as ultra vires on purpose.")),
    DECISION_WITHOUT_DELEGATION(RuleText.governance(
            7, "A decision by delegation names the delegation", "State delegation: its id within the board.")),
    DELEGATION_NOT_IN_FORCE(
            RuleText.governance(
                    7,
                    "The delegation does not hold on that day",
                    "Name a delegation that holds, put the matter to the board, or record the decision as ultra vires on purpose.")),
    NOT_THE_DELEGATE(
            RuleText.governance(
                    7,
                    "Only the person to whom authority was delegated decides by delegation",
                    "Name only that person in decidedBy, put the matter to the board, or record the decision as ultra vires on purpose.")),
    OUTSIDE_DELEGATION(RuleText.governance(
            7,
            "The decision is outside the delegated authority",
            "Put it to the board, or record it as ultra vires on purpose.")),
    MANNER_DOES_NOT_FIT(RuleText.structural(
            8,
            "Only a decision in a meeting names a meeting, and only one by delegation names a delegation",
            "State the manner that fits, or leave the meeting or the delegation out.")),
    MEETING_OF_ANOTHER_BOARD(
            RuleText.structural(8, "A board decides in its own meeting", "Name a meeting of the board that decided.")),
    MEETING_WAS_CANCELLED(RuleText.governance(
            8,
            "Nothing is decided in a meeting that was cancelled",
            "Name the meeting that was held, or correct the cancellation.")),
    NOT_ON_DAY_OF_MEETING(RuleText.governance(
            8,
            "A decision in a meeting is made on the day of the meeting",
            "State the day of the meeting in effectiveOn, or name another meeting.")),
    SUPERSEDED_PAPER(RuleText.governance(
            8, "A decision rests on the last version of each paper", "Name the paper that replaced the earlier one.")),
    INTEREST_DECLARED(RuleText.governance(
            5,
            "Somebody who withdrew for an interest takes no part in the decision",
            "Leave the person out, or correct the declaration.")),
    DECISION_WITHOUT_ITEM(RuleText.governance(
            5,
            "A decision names its agenda item if somebody who takes part withdrew from an item",
            "State item: the id of the item on the agenda of the meeting.")),
    DECIDES_ON_OWN_INITIATIVE(RuleText.governance(
            5,
            "Nobody decides on matters of an initiative whose SRO they are",
            "Let other people take, record and correct the decision.")),
    DISSENT_OF_DECIDER(
            RuleText.structural(8, "Nobody both decides and dissents", "Name the person in decidedBy or in dissent.")),
    IMPOSSIBLE_ATTENDANCE(RuleText.structural(
            7, "The number present must be at least one", "State the number of members who were present.")),
    ATTENDANCE_BELOW_DECIDERS(RuleText.structural(
            7,
            "Fewer members were present than decided",
            "State how many members were present: at least those who decided.")),
    ATTENDANCE_ABOVE_MEETING(RuleText.structural(
            7,
            "The attendance is higher than that of the meeting",
            "State no more than the meeting had, leave attendance out, or correct the attendance of the meeting.")),
    ATTENDANCE_ABOVE_SEATS(
            RuleText.governance(
                    7,
                    "The attendance is no higher than the number of seats",
                    "State how many members were present, not counting others who were there, or correct the membership of the board.")),
    DECISION_WITHOUT_BOARD(RuleText.governance(8, "A decision names the board", "Name the board that decided.")),
    DECISION_WITHOUT_MEETING(RuleText.governance(
            8,
            "A decision names the meeting",
            "State the id of the meeting, or the other manner in which it was decided.")),
    DECISION_WITHOUT_OUTCOME(RuleText.governance(8, "A decision names its outcome", "State the outcome.")),
    DECISION_WITHOUT_PERSONS(
            RuleText.governance(8, "A decision names who decided", "State decidedBy: the ids of the persons.")),
    INVALID_PAPER_HASH(RuleText.structural(
            8, "A paper is identified by the SHA-256 of its content", "State 64 hexadecimal digits in lower case.")),
    DUPLICATE_PAPER(RuleText.structural(
            8, "A decision names each of its papers once", "Leave the second mention of the paper out.")),
    AMOUNT_BELOW_ZERO(
            RuleText.structural(14, "A cost or a limit is not below zero", "State an amount of zero or more.")),
    AMOUNT_BELOW_UNIT(RuleText.structural(
            14,
            "An amount has no more decimals than its currency",
            "State no more decimals than the currency has: two for GBP.")),
    NO_CURRENCY(RuleText.structural(
            14, "An amount has a currency", "State the ISO 4217 code of the currency, for instance GBP.")),
    PRICE_YEAR_DOES_NOT_FIT(RuleText.structural(
            14,
            "Only real prices have a price year, and it is a financial year",
            "Leave priceYear out for nominal prices; state it as \"2015/16\" for real ones.")),
    NO_PRICE_YEAR(
            RuleText.governance(14, "An amount in real prices states the year of the prices", "State priceYear."));

    private final RuleText text;

    PowersRule(RuleText text) {
        this.text = text;
    }

    @Override
    public RuleText text() {
        return text;
    }
}
