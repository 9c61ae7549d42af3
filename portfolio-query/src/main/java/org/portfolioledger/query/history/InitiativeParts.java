package org.portfolioledger.query.history;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.portfolioledger.query.answer.References;
import org.portfolioledger.query.answer.Rows;
import org.portfolioledger.query.point.TimePoint;
import org.portfolioledger.query.row.EntityName;
import org.portfolioledger.state.Kind;
import org.portfolioledger.state.Kinds;
import org.springframework.stereotype.Component;

/** Finds the parts of an initiative's record: what refers to it, or to a case or a review of it. */
@Component
final class InitiativeParts {

    /** Of these, one is a part of every initiative to which it refers. */
    private static final List<Kind<?, ?>> OF_INITIATIVE = List.of(
            Kinds.BUSINESS_CASE,
            Kinds.REVIEW,
            Kinds.DEPENDENCY,
            Kinds.ACTION,
            Kinds.DELIVERY_PLAN,
            Kinds.EQUALITY_ASSESSMENT,
            Kinds.VACANCY_REQUEST,
            Kinds.EXTERNAL_REQUEST,
            Kinds.RISK,
            Kinds.BENEFIT,
            Kinds.MEASURE,
            Kinds.BUDGET);

    /** Of these, one is a part also of the initiative of each case and each review to which it refers. */
    private static final List<Kind<?, ?>> OF_CASE_OR_REVIEW =
            List.of(Kinds.ACTION, Kinds.DELIVERY_PLAN, Kinds.EQUALITY_ASSESSMENT, Kinds.ACCOUNTING_ASSESSMENT);

    static final List<Kind<?, ?>> KINDS = both(OF_INITIATIVE, OF_CASE_OR_REVIEW);

    /** These are there for many initiatives, and no part of one. */
    static final List<Kind<?, ?>> OF_MANY = List.of(Kinds.BOARD, Kinds.MEETING, Kinds.REPORTING_CYCLE);

    private final References references;

    InitiativeParts(Rows rows) {
        this.references = new References(rows);
    }

    /**
     * What is known at a point to be a part of an initiative on any day, or was known to be before.
     *
     * @param initiative its stream
     * @param cases streams of its business cases
     * @param reviews streams of its reviews
     * @param all the parts, its cases and reviews among them
     * @param ofMany what is there for many initiatives and refers to it, or to a case of it
     */
    record Parts(
            String initiative, Set<String> cases, Set<String> reviews, Set<EntityName> all, Set<EntityName> ofMany) {

        /** The streams of which one of a kind refers to some while it is a part. */
        Set<String> through(String kind) {
            Set<String> streams = new HashSet<>(Set.of(initiative));
            if (isOneOf(OF_CASE_OR_REVIEW, kind)) {
                streams.addAll(cases);
                streams.addAll(reviews);
            }
            return streams;
        }
    }

    Parts of(TimePoint point, String id) {
        String initiative = Kinds.INITIATIVE.stream(id);
        Set<EntityName> found = new HashSet<>(references.to(point, both(OF_INITIATIVE, OF_MANY), Set.of(initiative)));
        Set<String> cases = streams(found, Kinds.BUSINESS_CASE);
        Set<String> reviews = streams(found, Kinds.REVIEW);
        Set<String> casesAndReviews = new HashSet<>(cases);
        casesAndReviews.addAll(reviews);
        found.addAll(references.to(point, both(OF_CASE_OR_REVIEW, OF_MANY), casesAndReviews));
        return new Parts(
                initiative,
                cases,
                reviews,
                only(found, entity -> isOneOf(KINDS, entity.kind())),
                only(found, entity -> isOneOf(OF_MANY, entity.kind())));
    }

    private static Set<String> streams(Set<EntityName> entities, Kind<?, ?> kind) {
        return only(entities, entity -> entity.kind().equals(kind.name())).stream()
                .map(EntityName::stream)
                .collect(Collectors.toSet());
    }

    private static Set<EntityName> only(Set<EntityName> entities, Predicate<EntityName> wanted) {
        return entities.stream().filter(wanted).collect(Collectors.toSet());
    }

    private static boolean isOneOf(Collection<Kind<?, ?>> kinds, String name) {
        return kinds.stream().anyMatch(kind -> kind.name().equals(name));
    }

    private static List<Kind<?, ?>> both(List<Kind<?, ?>> some, List<Kind<?, ?>> others) {
        return Stream.concat(some.stream(), others.stream()).distinct().toList();
    }
}
