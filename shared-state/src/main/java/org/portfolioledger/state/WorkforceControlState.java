package org.portfolioledger.state;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.WorkforceControlFact;
import org.portfolioledger.events.WorkforceControlFact.WorkforceControlEnded;
import org.portfolioledger.events.WorkforceControlFact.WorkforceControlKind;
import org.portfolioledger.events.WorkforceControlFact.WorkforceControlOpened;
import org.portfolioledger.events.WorkforceControlFact.WorkforceControlRescheduled;
import org.portfolioledger.events.WorkforceControlFact.WorkforceFiguresReported;
import org.portfolioledger.vocabulary.Money;

/**
 * A control of posts as a whole.
 *
 * @param phase null: not stated
 * @param groups of staff that it is for
 * @param portfolio whose change asks for it; null: not stated
 * @param lastDay on which it is planned to run; null: not stated
 * @param offers offers made so far; null: not stated
 * @param accepted offers accepted so far; null: not stated
 * @param posts number of posts that it concerns; null: not stated
 * @param cost cost so far; null: not stated
 * @param closure its end; null: it has not ended
 */
@RecordBuilder
public record WorkforceControlState(
        @JsonProperty("id") String workforceControl,
        String register,
        Grounded<WorkforceControlKind> kind,
        Grounded<String> name,
        @Nullable Grounded<Integer> phase,
        Grounded<List<String>> groups,
        @Nullable Grounded<String> portfolio,
        @Nullable Grounded<LocalDate> lastDay,
        Grounded<SortedMap<String, String>> attributes,
        @Nullable Grounded<Integer> offers,
        @Nullable Grounded<Integer> accepted,
        @Nullable Grounded<Integer> posts,
        @Nullable Grounded<Money> cost,
        @Nullable Grounded<WorkforceClosure> closure)
        implements WorkforceControlStateBuilder.With, Closable, Referring {

    /**
     * That it ended.
     *
     * @param reason null: not stated
     */
    public record WorkforceClosure(@Nullable String reason) {}

    static WorkforceControlState opened(WorkforceControlOpened opened, Grounds grounds) {
        return new WorkforceControlState(
                opened.workforceControl(),
                opened.register(),
                grounds.ground(opened.kind()),
                grounds.ground(opened.name()),
                grounds.maybe(opened.phase()),
                grounds.ground(opened.groups()),
                grounds.maybe(opened.portfolio()),
                grounds.maybe(opened.lastDay()),
                grounds.ground(opened.attributes()),
                null,
                null,
                null,
                null,
                null);
    }

    WorkforceControlState evolve(WorkforceControlFact fact, Grounds grounds) {
        return switch (fact) {
            case WorkforceControlOpened again -> again(opened(again, grounds));
            case WorkforceFiguresReported reported ->
                withOffers(reported.offers() == null ? offers : grounds.ground(reported.offers()))
                        .withAccepted(reported.accepted() == null ? accepted : grounds.ground(reported.accepted()))
                        .withPosts(reported.posts() == null ? posts : grounds.ground(reported.posts()))
                        .withCost(reported.cost() == null ? cost : grounds.ground(reported.cost()));
            case WorkforceControlRescheduled rescheduled -> withLastDay(grounds.ground(rescheduled.lastDay()));
            case WorkforceControlEnded ended -> withClosure(grounds.ground(new WorkforceClosure(ended.reason())));
        };
    }

    @Override
    public List<Reference> references() {
        return portfolio == null
                ? List.of()
                : List.of(Reference.toFormer(Kinds.PORTFOLIO, portfolio.value(), portfolio));
    }

    /** What came of it, and what was stated for an earlier day where this states nothing, is kept. */
    private WorkforceControlState again(WorkforceControlState opened) {
        return opened.withLastDay(opened.lastDay == null ? lastDay : opened.lastDay)
                .withOffers(offers)
                .withAccepted(accepted)
                .withPosts(posts)
                .withCost(cost)
                .withClosure(closure);
    }
}
