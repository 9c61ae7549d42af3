package org.portfolioledger.query.naive;

import java.util.List;
import java.util.Set;
import org.portfolioledger.events.DocumentFact.Publication;
import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.events.ProtectiveMarkingFact;
import org.portfolioledger.events.ProtectiveMarkingFact.EntityMarked;
import org.portfolioledger.events.ProtectiveMarkingFact.ProtectiveMarkingChanged;
import org.portfolioledger.events.ProtectiveMarkingFact.ProtectiveMarkingLifted;
import org.portfolioledger.vocabulary.Marking;

/** Makes facts about protective markings: of entities of every family, and of several of one entity on a day. */
final class HostileProtectiveMarkings extends HostileFamily {

    private static final Set<String> BEAR_NONE = Set.of("register", "document", "protective-marking");

    HostileProtectiveMarkings(HostileFacts all) {
        super(all);
        makers.put(
                EntityMarked.class,
                id -> new EntityMarked(
                        id,
                        register(id),
                        entity(id),
                        marking(id),
                        maybe(any(Publication.values())),
                        maybe("FOIA 43"),
                        maybe("why"),
                        on()));
        makers.put(
                ProtectiveMarkingChanged.class,
                id -> new ProtectiveMarkingChanged(
                        id,
                        maybe(marking(id)),
                        maybe(any(Publication.values())),
                        maybe("FOIA 43"),
                        maybe("why"),
                        on()));
        makers.put(ProtectiveMarkingLifted.class, id -> new ProtectiveMarkingLifted(id, maybe("why"), on()));
    }

    /** Of each family some: mostly the family of the same number. */
    private String entity(String id) {
        List<String> kinds = markable();
        String kind = kinds.get(random.nextInt(4) == 0 ? random.nextInt(kinds.size()) : number(id));
        return kind + "-" + near(kind, id);
    }

    private List<String> markable() {
        return all.kinds().stream()
                .filter(kind -> !BEAR_NONE.contains(kind))
                .sorted()
                .toList();
    }

    /** A place takes so much with it that it is mostly open to all. */
    private Marking marking(String id) {
        boolean place =
                Set.of("portfolio", "initiative", "board").contains(markable().get(number(id)));
        return place && random.nextInt(4) != 0
                ? any(Marking.OFFICIAL, Marking.NOT_PROTECTIVELY_MARKED)
                : any(Marking.values());
    }

    @Override
    Class<? extends GovernanceFact> facts() {
        return ProtectiveMarkingFact.class;
    }

    @Override
    String kind() {
        return "protective-marking";
    }

    @Override
    Some some() {
        return new Some("PM", markable().size(), EntityMarked.class);
    }
}
