package org.portfolioledger.query.naive;

import org.portfolioledger.events.AppointmentFact.AppointmentKind;
import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.events.PostFact;
import org.portfolioledger.events.PostFact.PostClosed;
import org.portfolioledger.events.PostFact.PostEstablished;
import org.portfolioledger.events.PostFact.PostFilled;
import org.portfolioledger.events.PostFact.PostVacated;
import org.portfolioledger.vocabulary.Role;

/** Makes facts about posts. */
final class HostilePosts extends HostileFamily {

    HostilePosts(HostileFacts all) {
        super(all);
        makers.put(PostEstablished.class, id -> {
            boolean inPortfolio = random.nextBoolean();
            return new PostEstablished(
                    id,
                    register(id),
                    name(),
                    inPortfolio ? near("portfolio", id) : null,
                    inPortfolio ? any(Role.PORTFOLIO_DIRECTOR, Role.PORTFOLIO_MANAGER) : null,
                    attributes(),
                    on());
        });
        makers.put(
                PostFilled.class,
                id -> new PostFilled(
                        id,
                        "P-" + random.nextInt(4),
                        any(AppointmentKind.SUBSTANTIVE, AppointmentKind.ACTING, AppointmentKind.INTERIM),
                        maybe("Letter"),
                        random.nextBoolean() ? day() : null,
                        random.nextBoolean() ? 1 + random.nextInt(100) : null,
                        maybe("May change the scope"),
                        maybe(money()),
                        maybe("Note"),
                        on()));
        makers.put(PostVacated.class, id -> new PostVacated(id, maybe("left"), maybe("Note"), on()));
        makers.put(PostClosed.class, id -> new PostClosed(id, "merged", maybe(near("post", id)), on()));
    }

    @Override
    Class<? extends GovernanceFact> facts() {
        return PostFact.class;
    }

    @Override
    String kind() {
        return "post";
    }

    @Override
    Some some() {
        return new Some("PO", 2, PostEstablished.class);
    }
}
