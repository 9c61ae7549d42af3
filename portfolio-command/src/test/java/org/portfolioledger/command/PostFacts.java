package org.portfolioledger.command;

import static org.portfolioledger.command.Facts.day;
import static org.portfolioledger.command.Facts.on;

import java.util.TreeMap;
import org.portfolioledger.events.AppointmentFact.AppointmentKind;
import org.portfolioledger.events.PostFact.PostClosed;
import org.portfolioledger.events.PostFact.PostEstablished;
import org.portfolioledger.events.PostFact.PostFilled;
import org.portfolioledger.events.PostFact.PostVacated;

/** What tests record of posts. */
public final class PostFacts {

    private PostFacts() {}

    public static PostEstablished post(String id, String day) {
        return new PostEstablished(id, "ACME", "Director of Housing", null, null, new TreeMap<>(), on(day));
    }

    public static PostFilled filled(String post, String person, String day) {
        return new PostFilled(
                post,
                person,
                AppointmentKind.SUBSTANTIVE,
                "HR/1",
                day(day).plusYears(3),
                50,
                null,
                null,
                null,
                on(day));
    }

    public static PostVacated vacated(String post, String day) {
        return new PostVacated(post, "Retired", "HN/1", on(day));
    }

    public static PostClosed postClosed(String post, String day) {
        return new PostClosed(post, "Merged", null, on(day));
    }
}
