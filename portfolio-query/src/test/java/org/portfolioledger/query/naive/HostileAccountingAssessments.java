package org.portfolioledger.query.naive;

import java.util.ArrayList;
import java.util.List;
import org.portfolioledger.events.AccountingAssessmentFact;
import org.portfolioledger.events.AccountingAssessmentFact.AccountingAssessmentDeparted;
import org.portfolioledger.events.AccountingAssessmentFact.AccountingAssessmentMade;
import org.portfolioledger.events.AccountingAssessmentFact.AccountingAssessmentRepeated;
import org.portfolioledger.events.AccountingAssessmentFact.AccountingStandard;
import org.portfolioledger.events.AccountingAssessmentFact.AccountingSummaryPublished;
import org.portfolioledger.events.AccountingAssessmentFact.StandardFinding;
import org.portfolioledger.events.GovernanceFact;

/** Makes facts about accounting officers' assessments. */
final class HostileAccountingAssessments extends HostileFamily {

    HostileAccountingAssessments(HostileFacts all) {
        super(all);
        makers.put(
                AccountingAssessmentMade.class,
                id -> new AccountingAssessmentMade(
                        id,
                        register(id),
                        near("business-case", id),
                        random.nextBoolean() ? 1 + random.nextInt(2) : null,
                        maybe(holder()),
                        standards(),
                        attributes(),
                        on()));
        makers.put(
                AccountingSummaryPublished.class, id -> new AccountingSummaryPublished(id, near("document", id), on()));
        makers.put(
                AccountingAssessmentDeparted.class,
                id -> new AccountingAssessmentDeparted(id, name(), random.nextBoolean() ? day() : null, on()));
        makers.put(
                AccountingAssessmentRepeated.class,
                id -> new AccountingAssessmentRepeated(
                        id, random.nextBoolean() ? 1 + random.nextInt(2) : null, maybe(holder()), standards(), on()));
    }

    @Override
    Class<? extends GovernanceFact> facts() {
        return AccountingAssessmentFact.class;
    }

    @Override
    String kind() {
        return "accounting-assessment";
    }

    @Override
    Some some() {
        return new Some("AOA", 2, AccountingAssessmentMade.class);
    }

    private List<StandardFinding> standards() {
        List<StandardFinding> standards = new ArrayList<>();
        for (AccountingStandard standard : AccountingStandard.values())
            if (random.nextInt(4) != 0) standards.add(new StandardFinding(standard, random.nextInt(4) != 0, name()));
        return standards;
    }
}
