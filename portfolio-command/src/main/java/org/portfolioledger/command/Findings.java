package org.portfolioledger.command;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.RiskFact.RiskGatekeeper;
import org.portfolioledger.state.BusinessCaseState;
import org.portfolioledger.state.BusinessCaseState.FinalApproval;
import org.portfolioledger.state.Closable;
import org.portfolioledger.state.Grounded;
import org.portfolioledger.state.InitiativeState;
import org.portfolioledger.state.Kind;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.Recommendation;
import org.portfolioledger.state.RecordedFact;
import org.portfolioledger.state.ReviewState;
import org.portfolioledger.timeline.History;
import org.portfolioledger.vocabulary.Citation;
import org.portfolioledger.vocabulary.Holder;
import org.portfolioledger.vocabulary.RecommendationRef;

/** Collects, while a command is judged, which rules it would break and on which facts the judgement rests. */
public final class Findings {

    private final List<Finding> findings = new ArrayList<>();
    private final Set<Long> restsOn = new TreeSet<>();

    List<Finding> all() {
        return List.copyOf(findings);
    }

    Set<Long> restsOn() {
        return Set.copyOf(restsOn);
    }

    public Findings note(Finding finding) {
        findings.add(finding);
        return this;
    }

    /** Notes a finding unless the condition holds. */
    public Findings require(boolean condition, Finding otherwise) {
        if (!condition) findings.add(otherwise);
        return this;
    }

    /** Notes that nothing was opened under an id that the body names; null names nothing. */
    public Findings requireKnown(Kind<?, ?> kind, @Nullable String id, String pointer, Evidence evidence) {
        return require(id == null || evidence.history(kind, id).isOpened(), ReferenceRule.unknown(kind, id, pointer));
    }

    /** The same for each of a list. */
    public Findings requireKnown(Kind<?, ?> kind, List<String> ids, String pointer, Evidence evidence) {
        for (int i = 0; i < ids.size(); i++) requireKnown(kind, ids.get(i), pointer + "/" + i, evidence);
        return this;
    }

    /**
     * Notes that the initiative is not on record, or is closed on that day.
     *
     * @param pointer to where the body names it; null: the path does
     */
    public Findings requireOpenInitiative(String id, LocalDate on, @Nullable String pointer, Evidence evidence) {
        History<RecordedFact, InitiativeState> initiative = evidence.history(Kinds.INITIATIVE, id);
        if (!initiative.isOpened())
            return note(
                    pointer == null
                            ? ReferenceRule.absent("initiative", id)
                            : ReferenceRule.unknown("initiative", id, pointer));
        initiative
                .timeline()
                .on(on)
                .ifPresent(state -> requireOpen(
                        state, id, ReferenceRule.INITIATIVE_CLOSED, pointer == null ? "/effectiveOn" : pointer));
        return this;
    }

    /**
     * Notes that a business case is not on record, or was not finally approved on a day as a case of an initiative; where it
     * was, the command rests on that.
     */
    public Findings requireApprovedCase(
            String id, String initiative, LocalDate on, Rule rule, String pointer, Evidence evidence) {
        History<RecordedFact, BusinessCaseState> known = evidence.history(Kinds.BUSINESS_CASE, id);
        if (!known.isOpened()) return note(ReferenceRule.unknown(Kinds.BUSINESS_CASE, id, pointer));
        Optional<Grounded<FinalApproval>> approval = known.timeline()
                .on(on)
                .filter(state -> state.initiative().equals(initiative))
                .flatMap(state -> Optional.ofNullable(state.finalApproval()));
        approval.ifPresent(this::rest);
        return require(
                approval.isPresent(),
                Finding.of(rule, "%s was not finally approved as a case of %s on %s".formatted(id, initiative, on))
                        .at(pointer));
    }

    /** Notes that what is referred to is closed. */
    public Findings requireOpen(Closable state, String name, Rule rule, String pointer) {
        Grounded<?> closure = state.closure();
        if (closure != null)
            note(Finding.of(rule, "%s is closed from %s".formatted(name, closure.since()))
                    .against(closure)
                    .at(pointer));
        return this;
    }

    /** Notes that the directory does not hold the person who is named; null names nobody. */
    public Findings requirePerson(@Nullable String person, String pointer, Evidence evidence) {
        if (person == null) return this;
        return switch (evidence.person(person)) {
            case KNOWN -> this;
            case UNKNOWN -> note(ReferenceRule.unknown("person", person, pointer));
            case ERASED ->
                note(Finding.of(ReferenceRule.PERSON_ERASED, "Person " + person + " was erased")
                        .at(pointer));
        };
    }

    /** The same for each of a list. */
    public Findings requirePersons(List<String> persons, String pointer, Evidence evidence) {
        for (int i = 0; i < persons.size(); i++) requirePerson(persons.get(i), pointer + "/" + i, evidence);
        return this;
    }

    /** Notes each name of a list that it has already; null names nobody. */
    public Findings requireNamedOnce(List<@Nullable String> names, IntFunction<String> pointer) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            if (name != null && !seen.add(name)) note(NamedTwice.finding(name, pointer.apply(i)));
        }
        return this;
    }

    /** Notes that a holder is nobody, or a person whom the directory does not hold; null names nobody. */
    public Findings requireHolder(@Nullable Holder holder, String pointer, Evidence evidence) {
        if (holder == null) return this;
        return require(
                        holder.person() != null || holder.post() != null,
                        Finding.of(ReferenceRule.NOBODY_NAMED, "Neither a person nor a post is named")
                                .at(pointer))
                .requirePerson(holder.person(), pointer + "/person", evidence);
    }

    /** Notes that a gatekeeper of risks is not one of a board and somebody, or is not on record; null names nobody. */
    public Findings requireGatekeeper(@Nullable RiskGatekeeper gatekeeper, String pointer, Evidence evidence) {
        if (gatekeeper == null) return this;
        boolean somebody = gatekeeper.person() != null || gatekeeper.post() != null;
        return require(
                        (gatekeeper.board() != null) != somebody,
                        Finding.of(
                                        ReferenceRule.AMBIGUOUS_GATEKEEPER,
                                        somebody
                                                ? "A board is named, and somebody besides"
                                                : "Neither a board nor anybody is named")
                                .at(pointer))
                .requireKnown(Kinds.BOARD, gatekeeper.board(), pointer + "/board", evidence)
                .requirePerson(gatekeeper.person(), pointer + "/person", evidence);
    }

    /** Notes which of some citations cite nothing, two things, or a document that is not on record. */
    public Findings requireCitations(List<Citation> citations, String pointer, Evidence evidence) {
        Set<Citation> seen = new HashSet<>();
        for (int i = 0; i < citations.size(); i++) {
            Citation cited = citations.get(i);
            String part = pointer + "/" + i;
            String named = String.valueOf(cited.document() == null ? cited.description() : cited.document());
            if (!seen.add(cited)) note(NamedTwice.finding(named, part));
            require(
                            (cited.document() == null) != (cited.description() == null),
                            Finding.of(
                                            ReferenceRule.AMBIGUOUS_CITATION,
                                            "The citation names both a document and a description, or neither")
                                    .at(part))
                    .requireKnown(Kinds.DOCUMENT, cited.document(), part + "/document", evidence);
        }
        return this;
    }

    /** Notes that a review, or a recommendation of it, is not on record; null names none. */
    public Findings requireRecommendation(@Nullable RecommendationRef named, String pointer, Evidence evidence) {
        if (named == null) return this;
        History<RecordedFact, ReviewState> review = evidence.history(Kinds.REVIEW, named.review());
        if (!review.isOpened()) return note(ReferenceRule.unknown(Kinds.REVIEW, named.review(), pointer + "/review"));
        Optional<Recommendation> made =
                review.timeline().last().map(state -> state.recommendations().get(named.recommendation()));
        made.ifPresent(recommendation -> rest(recommendation.text()));
        return require(
                made.isPresent(),
                ReferenceRule.unknown(
                        "Review %s made no recommendation %s".formatted(named.review(), named.recommendation()),
                        pointer + "/recommendation"));
    }

    /** Takes over what others rest on, and the findings too unless they are set aside. */
    public Findings addUnless(boolean setAside, Findings others) {
        restsOn.addAll(others.restsOn);
        if (!setAside) findings.addAll(others.findings);
        return this;
    }

    /** Notes that the decision rests on a fact. */
    public Findings restOn(long position) {
        restsOn.add(position);
        return this;
    }

    /** The value, and that the decision rests on its fact. */
    public <T> T rest(Grounded<T> ground) {
        restsOn.add(ground.fact());
        return ground.value();
    }
}
