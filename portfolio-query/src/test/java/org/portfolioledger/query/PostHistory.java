package org.portfolioledger.query;

import static org.portfolioledger.query.History.on;

import java.time.LocalDate;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.AppointmentFact.AppointmentKind;
import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.events.PostFact;
import org.portfolioledger.vocabulary.Role;

/** What tests tell of posts. */
public final class PostHistory {

    private PostHistory() {}

    public static GovernanceFact post(String id, @Nullable String portfolio, String day) {
        return new PostFact.PostEstablished(
                id,
                "MPS",
                "Director " + id,
                portfolio,
                portfolio == null ? null : Role.PORTFOLIO_DIRECTOR,
                new TreeMap<>(),
                on(day));
    }

    public static GovernanceFact filled(String post, String person, AppointmentKind kind, String day) {
        return new PostFact.PostFilled(
                post,
                person,
                kind,
                null,
                kind == AppointmentKind.ACTING ? LocalDate.parse(day).plusDays(30) : null,
                60,
                null,
                null,
                null,
                on(day));
    }

    public static GovernanceFact vacated(String post, String day) {
        return new PostFact.PostVacated(post, "left", null, on(day));
    }
}
