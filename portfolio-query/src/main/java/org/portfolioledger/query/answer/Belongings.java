package org.portfolioledger.query.answer;

import java.util.List;
import java.util.function.Predicate;
import org.portfolioledger.ledger.StoredEvent;
import org.portfolioledger.query.point.TimePoint;
import org.portfolioledger.state.Kind;

/** What belongs to the entities of a kind, so that their histories hold its facts too. A bean for each such kind; the others need none. */
public interface Belongings {

    Kind<?, ?> kind();

    /** The kinds of whose facts some may be about one, its own among them. */
    List<Kind<?, ?>> kinds();

    /** The facts that are about one. */
    About about(TimePoint point, String id);

    /**
     * The facts that are about an entity.
     *
     * @param streams that hold them
     * @param shown which facts of these streams they are
     */
    record About(List<String> streams, Predicate<StoredEvent> shown) {}
}
