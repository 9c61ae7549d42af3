package org.portfolioledger.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portfolioledger.command.OwnLaws.comesLast;
import static org.portfolioledger.command.OwnLaws.staysClosed;

import java.util.Set;
import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.events.PostFact;
import org.portfolioledger.events.PostFact.PostClosed;
import org.portfolioledger.events.PostFact.PostEstablished;
import org.portfolioledger.state.Kind;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.PostState;
import org.portfolioledger.timeline.Segment;

/** A life of the family {@link PostFact}. */
final class PostLife implements Life<PostState> {

    @Override
    public Kind<?, PostState> kind() {
        return Kinds.POST;
    }

    @Override
    public String id() {
        return "PO";
    }

    @Override
    public Given beginning() {
        return Life.office().facts(PostFacts.post("PO", "2020-01-01"), PostFacts.filled("PO", "p0", "2020-01-02"));
    }

    @Override
    public GovernanceFact asked(Sent sent, String day) {
        return switch (sent.kind() % 5) {
            case 0, 1 -> PostFacts.filled("PO", "p" + sent.which() % 4, day);
            case 2 -> PostFacts.vacated("PO", day);
            case 3 -> PostFacts.postClosed("PO", day);
            default -> PostFacts.post("PO", day);
        };
    }

    /** Nobody holds a closed post. */
    @Override
    public void keepsLaw(Given given) {
        comesLast(given, "post-PO", Kinds.POST, fact -> fact instanceof PostClosed, Set.of(PostEstablished.class));
        staysClosed(given, Kinds.POST, "PO", PostClosed.class);
        for (Segment<PostState> segment :
                given.history(Kinds.POST, "PO").timeline().segments())
            assertThat(segment.state().isOpen() || segment.state().holder() == null)
                    .isTrue();
    }
}
