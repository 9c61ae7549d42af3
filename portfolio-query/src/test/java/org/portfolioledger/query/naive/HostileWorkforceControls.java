package org.portfolioledger.query.naive;

import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.events.WorkforceControlFact;
import org.portfolioledger.events.WorkforceControlFact.WorkforceControlEnded;
import org.portfolioledger.events.WorkforceControlFact.WorkforceControlKind;
import org.portfolioledger.events.WorkforceControlFact.WorkforceControlOpened;
import org.portfolioledger.events.WorkforceControlFact.WorkforceControlRescheduled;
import org.portfolioledger.events.WorkforceControlFact.WorkforceFiguresReported;

/** Makes facts about workforce controls. */
final class HostileWorkforceControls extends HostileFamily {

    HostileWorkforceControls(HostileFacts all) {
        super(all);
        makers.put(
                WorkforceControlOpened.class,
                id -> new WorkforceControlOpened(
                        id,
                        register(id),
                        any(WorkforceControlKind.values()),
                        name(),
                        maybe(1 + random.nextInt(3)),
                        texts("Wardens", "Catering"),
                        maybe(near("portfolio", id)),
                        maybe(day()),
                        attributes(),
                        on()));
        makers.put(
                WorkforceFiguresReported.class,
                id -> new WorkforceFiguresReported(
                        id,
                        maybe(random.nextInt(100)),
                        maybe(random.nextInt(100)),
                        maybe(random.nextInt(100)),
                        maybe(money()),
                        on()));
        makers.put(
                WorkforceControlRescheduled.class,
                id -> new WorkforceControlRescheduled(id, day(), maybe("talks"), on()));
        makers.put(WorkforceControlEnded.class, id -> new WorkforceControlEnded(id, maybe("answered"), on()));
    }

    @Override
    Class<? extends GovernanceFact> facts() {
        return WorkforceControlFact.class;
    }

    @Override
    String kind() {
        return "workforce-control";
    }

    @Override
    Some some() {
        return new Some("WC", 2, WorkforceControlOpened.class);
    }
}
