package org.portfolioledger.query.naive;

import org.portfolioledger.events.WorkforceControlFact.WorkforceControlEnded;
import org.portfolioledger.events.WorkforceControlFact.WorkforceControlOpened;
import org.portfolioledger.events.WorkforceControlFact.WorkforceControlRescheduled;
import org.portfolioledger.events.WorkforceControlFact.WorkforceFiguresReported;
import tools.jackson.databind.node.ObjectNode;

/** Replays facts about a control of posts as a whole. */
final class NaiveWorkforceControl {

    private NaiveWorkforceControl() {}

    static void replay(ObjectNode state, Words words) {
        switch (words.content()) {
            case WorkforceControlOpened opened -> {
                state.put("id", opened.workforceControl()).put("register", opened.register());
                words.put(state, "kind", opened.kind());
                words.put(state, "name", opened.name());
                words.put(state, "phase", opened.phase());
                words.put(state, "groups", opened.groups());
                words.put(state, "portfolio", opened.portfolio());
                // What was stated for an earlier day stays where this states nothing.
                if (opened.lastDay() != null) words.put(state, "lastDay", opened.lastDay());
                words.put(state, "attributes", opened.attributes());
            }
            case WorkforceFiguresReported reported -> {
                if (reported.offers() != null) words.put(state, "offers", reported.offers());
                if (reported.accepted() != null) words.put(state, "accepted", reported.accepted());
                if (reported.posts() != null) words.put(state, "posts", reported.posts());
                if (reported.cost() != null) words.put(state, "cost", reported.cost());
            }
            case WorkforceControlRescheduled rescheduled -> words.put(state, "lastDay", rescheduled.lastDay());
            case WorkforceControlEnded _ -> words.put(state, "closure", words.members("workforceControl"));
            default -> throw new AssertionError(words);
        }
    }
}
