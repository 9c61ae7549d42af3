package org.portfolioledger.query.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.query.answer.Seen;
import org.portfolioledger.query.overview.ShownRating;
import org.portfolioledger.state.AppointmentsState;
import org.portfolioledger.state.BusinessCaseState;
import org.portfolioledger.state.Grounded;
import org.portfolioledger.state.InitiativeState;

/**
 * What held through a range of days, as it was to be seen on the first. The state is the one member that is called as the
 * kind is.
 *
 * @param id of the entity
 * @param to first day on which it no longer held; null: without end
 * @param initiative what it was
 * @param appointments who had which role
 * @param rag how it was rated
 * @param businessCase what a business case of it was
 */
record SegmentView(
        String kind,
        String id,
        LocalDate from,
        @JsonInclude @Nullable LocalDate to,
        @Nullable Seen<InitiativeState> initiative,
        @Nullable Seen<AppointmentsState> appointments,
        @Nullable Seen<RatingsView> rag,
        @JsonProperty("business-case") @Nullable Seen<BusinessCaseState> businessCase) {

    /**
     * How an initiative was rated.
     *
     * @param ratings by "criterion:assessor"
     */
    record RatingsView(String initiative, SortedMap<String, Grounded<ShownRating>> ratings) {}
}
