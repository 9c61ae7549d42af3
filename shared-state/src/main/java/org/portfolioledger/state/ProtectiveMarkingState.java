package org.portfolioledger.state;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.DocumentFact.Publication;
import org.portfolioledger.events.ProtectiveMarkingFact;
import org.portfolioledger.events.ProtectiveMarkingFact.EntityMarked;
import org.portfolioledger.events.ProtectiveMarkingFact.ProtectiveMarkingChanged;
import org.portfolioledger.events.ProtectiveMarkingFact.ProtectiveMarkingLifted;
import org.portfolioledger.vocabulary.Marking;

/**
 * A protective marking of an entity.
 *
 * @param entity stream of the entity that bears it
 * @param publication null: not stated
 * @param reason why it is so; null: not stated
 * @param closure that it was lifted; null: it was not
 */
@RecordBuilder
public record ProtectiveMarkingState(
        @JsonProperty("id") String protectiveMarking,
        String register,
        Grounded<String> entity,
        Grounded<Marking> marking,
        @Nullable Grounded<EntityPublication> publication,
        @Nullable Grounded<String> reason,
        @Nullable Grounded<MarkingLift> closure)
        implements ProtectiveMarkingStateBuilder.With, Closable, Referring {

    /**
     * Whether and how an entity is published.
     *
     * @param section section of the act under which it is withheld, exempt or redacted; null: not stated
     */
    public record EntityPublication(
            Publication decision, @Nullable String section) {}

    /**
     * That the marking was lifted.
     *
     * @param reason null: not stated
     */
    public record MarkingLift(@Nullable String reason) {}

    static ProtectiveMarkingState marked(EntityMarked marked, Grounds grounds) {
        return new ProtectiveMarkingState(
                marked.protectiveMarking(),
                marked.register(),
                grounds.ground(marked.entity()),
                grounds.ground(marked.marking()),
                grounds.maybe(publication(marked.publication(), marked.section())),
                grounds.maybe(marked.reason()),
                null);
    }

    ProtectiveMarkingState evolve(ProtectiveMarkingFact fact, Grounds grounds) {
        return switch (fact) {
            case EntityMarked again -> again(marked(again, grounds));
            case ProtectiveMarkingChanged changed ->
                withMarking(changed.marking() == null ? marking : grounds.ground(changed.marking()))
                        .withPublication(
                                changed.publication() == null
                                        ? publication
                                        : grounds.maybe(publication(changed.publication(), changed.section())))
                        .withReason(grounds.maybe(changed.reason()));
            case ProtectiveMarkingLifted lifted -> withClosure(grounds.ground(new MarkingLift(lifted.reason())));
        };
    }

    @Override
    public List<Reference> references() {
        return Kinds.ofStream(entity.value()).isPresent() ? List.of(Reference.toFormer(entity)) : List.of();
    }

    /** What was stated for an earlier day where this states nothing, and that it was lifted, is kept. */
    private ProtectiveMarkingState again(ProtectiveMarkingState opened) {
        return opened.withPublication(opened.publication == null ? publication : opened.publication)
                .withClosure(closure);
    }

    private static @Nullable EntityPublication publication(
            @Nullable Publication publication, @Nullable String section) {
        return publication == null ? null : new EntityPublication(publication, section);
    }
}
