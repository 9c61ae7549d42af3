package org.portfolioledger.query.history;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.BoardFact.BoardDecided;
import org.portfolioledger.events.Corrected;
import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.events.MeetingFact.AgendaItem;
import org.portfolioledger.events.MeetingFact.MeetingAgendaSet;
import org.portfolioledger.events.PortfolioFact.RatingSchemeReplaced;
import org.portfolioledger.events.ReportingCycleFact.ExceptionRaised;
import org.portfolioledger.events.ReportingCycleFact.ReportingCycleOpened;
import org.portfolioledger.events.ReportingCycleFact.SubmissionReceived;
import org.portfolioledger.ledger.StoredEvent;
import org.portfolioledger.query.answer.Belongings;
import org.portfolioledger.query.answer.PortfolioMembers;
import org.portfolioledger.query.answer.References;
import org.portfolioledger.query.answer.Rows;
import org.portfolioledger.query.answer.StoredFacts;
import org.portfolioledger.query.history.InitiativeParts.Parts;
import org.portfolioledger.query.point.TimePoint;
import org.portfolioledger.query.row.EntityName;
import org.portfolioledger.query.row.FactDecoder;
import org.portfolioledger.state.Kind;
import org.portfolioledger.state.Kinds;
import org.springframework.stereotype.Component;

/**
 * What belongs to an initiative: its roles, its ratings and its parts, with the posts that hold the roles and the documents
 * to which a part refers. Boards, meetings, reporting cycles and portfolios are there for many initiatives; only those of
 * their facts are about one that name it, or the scheme by which it was rated.
 */
@Component
final class InitiativeBelongings implements Belongings {

    /** Entities with its id. */
    private static final List<Kind<?, ?>> OWN =
            List.of(Kinds.INITIATIVE, Kinds.APPOINTMENTS, Kinds.RAG, Kinds.MILESTONES);

    private static final List<Kind<?, ?>> REFERRED_TO = List.of(Kinds.POST, Kinds.DOCUMENT);

    private final References references;
    private final StoredFacts facts;
    private final PortfolioMembers portfolioMembers;
    private final InitiativeParts parts;
    private final FactDecoder reading = new FactDecoder();

    InitiativeBelongings(Rows rows, StoredFacts facts, PortfolioMembers portfolioMembers, InitiativeParts parts) {
        this.references = new References(rows);
        this.facts = facts;
        this.portfolioMembers = portfolioMembers;
        this.parts = parts;
    }

    @Override
    public Kind<?, ?> kind() {
        return Kinds.INITIATIVE;
    }

    @Override
    public List<Kind<?, ?>> kinds() {
        return Stream.of(OWN, InitiativeParts.KINDS, REFERRED_TO, InitiativeParts.OF_MANY, List.of(Kinds.PORTFOLIO))
                .<Kind<?, ?>>flatMap(List::stream)
                .toList();
    }

    @Override
    public About about(TimePoint point, String id) {
        Parts its = parts.of(point, id);
        Set<EntityName> whole = new HashSet<>(its.all());
        whole.add(new EntityName(Kinds.APPOINTMENTS.name(), id));
        whole.addAll(references.of(point, whole, REFERRED_TO));
        for (Kind<?, ?> kind : OWN) whole.add(new EntityName(kind.name(), id));
        Set<EntityName> ofMany = new HashSet<>(its.ofMany());
        for (String portfolio : portfolioMembers.portfoliosEver(point, id))
            ofMany.add(new EntityName(Kinds.PORTFOLIO.name(), portfolio));
        Set<String> streams = streams(whole);
        Named named = new Named(point, id, its.cases());
        return new About(
                Stream.concat(streams.stream(), streams(ofMany).stream()).toList(),
                fact -> streams.contains(fact.stream()) || named.isBy(fact));
    }

    private static Set<String> streams(Set<EntityName> entities) {
        return entities.stream().map(EntityName::stream).collect(Collectors.toSet());
    }

    /** An initiative as facts of what is there for many name it. */
    private final class Named {

        private final TimePoint point;
        private final String initiative;
        private final Set<String> cases;
        private final Map<String, Boolean> ratedBy = new HashMap<>();

        Named(TimePoint point, String initiative, Set<String> cases) {
            this.point = point;
            this.initiative = initiative;
            this.cases = cases;
        }

        /** A correction names it too where what it corrects does. What cannot be read names nothing. */
        boolean isBy(StoredEvent stored) {
            GovernanceFact fact = read(stored);
            if (!(fact instanceof Corrected corrected)) return fact != null && names(fact);
            GovernanceFact replacement = corrected.replacement();
            return (replacement != null && names(replacement))
                    || facts.at(point, List.of(corrected.fact())).stream().anyMatch(this::isBy);
        }

        private @Nullable GovernanceFact read(StoredEvent stored) {
            try {
                return reading.recorded(stored).fact();
            } catch (RuntimeException | StackOverflowError e) {
                return null;
            }
        }

        private boolean names(GovernanceFact fact) {
            return switch (fact) {
                case BoardDecided decided -> initiative.equals(decided.initiative());
                case MeetingAgendaSet set -> set.items().stream().anyMatch(this::isAbout);
                case ReportingCycleOpened opened -> opened.scope().contains(initiative);
                case SubmissionReceived received -> initiative.equals(received.initiative());
                case ExceptionRaised raised -> initiative.equals(raised.initiative());
                case RatingSchemeReplaced replaced ->
                    ratedBy.computeIfAbsent(
                            replaced.scheme(), scheme -> references.isRatedBy(point, initiative, scheme));
                default -> false;
            };
        }

        private boolean isAbout(AgendaItem item) {
            String businessCase = item.businessCase();
            return initiative.equals(item.initiative())
                    || (businessCase != null && cases.contains(Kinds.BUSINESS_CASE.stream(businessCase)));
        }
    }
}
