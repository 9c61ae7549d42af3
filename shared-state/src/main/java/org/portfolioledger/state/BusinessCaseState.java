package org.portfolioledger.state;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.BusinessCaseFact;
import org.portfolioledger.events.BusinessCaseFact.BusinessCaseDecided;
import org.portfolioledger.events.BusinessCaseFact.BusinessCaseOpened;
import org.portfolioledger.events.BusinessCaseFact.BusinessCaseSubmitted;
import org.portfolioledger.events.BusinessCaseFact.BusinessCaseVersionRecorded;
import org.portfolioledger.events.BusinessCaseFact.CaseDimension;
import org.portfolioledger.events.BusinessCaseFact.CaseStage;
import org.portfolioledger.events.BusinessCaseFact.Waiver;
import org.portfolioledger.vocabulary.BoardOutcome;
import org.portfolioledger.vocabulary.DecisionManner;
import org.portfolioledger.vocabulary.Dissent;
import org.portfolioledger.vocabulary.Money;
import org.portfolioledger.vocabulary.Paper;

/**
 * A business case and how far it has come.
 *
 * @param route boards in the order in which they decide
 * @param precedingCase id of the case of the stage before it
 * @param versions by number
 * @param submissions in order
 * @param outcomes what boards decided, in order
 * @param retractedOutcomes what boards decided and counts no more, in order
 */
@RecordBuilder
public record BusinessCaseState(
        @JsonProperty("id") String businessCase,
        String register,
        String initiative,
        @Nullable Grounded<CaseStage> stage,
        Grounded<String> title,
        Grounded<List<String>> route,
        @Nullable Grounded<String> precedingCase,
        Grounded<List<String>> owners,
        Grounded<SortedMap<String, String>> attributes,
        SortedMap<Integer, Grounded<Version>> versions,
        List<Grounded<Submission>> submissions,
        List<Grounded<Outcome>> outcomes,
        List<Grounded<Outcome>> retractedOutcomes)
        implements BusinessCaseStateBuilder.With, OfInitiative, Referring {

    /** One version of the case. */
    public record Version(int version, Money cost, Paper paper, List<CaseDimension> dimensions) {}

    /** A version put to the boards. */
    public record Submission(int version, String submittedBy) {}

    /**
     * What a board decided.
     *
     * @param finalApproval true if it is {@code APPROVED} by the last board of the route
     * @param retracted null, or the reason for which it was retracted
     */
    public record Outcome(
            @Nullable String board,
            @Nullable Integer version,
            @Nullable BoardOutcome outcome,
            @Nullable String outcomeAsStated,
            boolean finalApproval,
            @Nullable DecisionManner manner,
            @Nullable String meeting,
            @Nullable String delegation,
            List<Paper> papers,
            @Nullable Integer attendance,
            List<String> decidedBy,
            List<Dissent> dissent,
            List<String> conditions,
            @Nullable String rationale,
            @Nullable Waiver waiver,
            @Nullable String ultraVires,
            SortedMap<String, String> attributes,
            @Nullable String retracted)
            implements Alerting {

        @Override
        public Set<Alert> alerts(LocalDate asOf) {
            Set<Alert> alerts = EnumSet.noneOf(Alert.class);
            if (ultraVires != null) alerts.add(Alert.ULTRA_VIRES);
            if (waiver != null) alerts.add(Alert.WAIVED);
            if (retracted != null) alerts.add(Alert.DECISION_RETRACTED);
            return alerts;
        }
    }

    static BusinessCaseState opened(BusinessCaseOpened opened, Grounds grounds) {
        return new BusinessCaseState(
                opened.businessCase(),
                opened.register(),
                opened.initiative(),
                grounds.maybe(opened.stage()),
                grounds.ground(opened.title()),
                grounds.ground(opened.route()),
                grounds.maybe(opened.precedingCase()),
                grounds.ground(opened.owners()),
                grounds.ground(opened.attributes()),
                new TreeMap<>(),
                List.of(),
                List.of(),
                List.of());
    }

    BusinessCaseState evolve(BusinessCaseFact fact, Grounds grounds) {
        return switch (fact) {
            case BusinessCaseOpened opened ->
                opened(opened, grounds)
                        .withVersions(versions)
                        .withSubmissions(submissions)
                        .withOutcomes(outcomes)
                        .withRetractedOutcomes(retractedOutcomes);
            case BusinessCaseVersionRecorded versioned ->
                withVersions(Copies.with(versions, versioned.version(), grounds.ground(version(versioned))));
            case BusinessCaseSubmitted submitted ->
                withSubmissions(Copies.with(submissions, grounds.ground(submission(submitted))));
            case BusinessCaseDecided decided -> decided(outcome(decided, grounds), grounds);
        };
    }

    @Override
    public List<Reference> references() {
        List<Reference> references = new ArrayList<>();
        references.add(Reference.to(Kinds.INITIATIVE, initiative, title));
        for (String board : route.value()) references.add(Reference.to(Kinds.BOARD, board, route));
        if (precedingCase != null)
            references.add(Reference.to(Kinds.BUSINESS_CASE, precedingCase.value(), precedingCase));
        for (Grounded<Version> version : versions.values())
            references.add(Reference.to(Kinds.INITIATIVE, initiative, version));
        for (Grounded<Submission> submission : submissions)
            references.add(Reference.to(Kinds.INITIATIVE, initiative, submission));
        for (Grounded<Outcome> outcome : decided()) {
            references.add(Reference.to(Kinds.INITIATIVE, initiative, outcome));
            references.addAll(Reference.toMaybe(Kinds.BOARD, outcome.value().board(), outcome));
            references.addAll(Reference.toMaybe(Kinds.MEETING, outcome.value().meeting(), outcome));
        }
        return references;
    }

    /** All that boards decided, also what was retracted, in order. */
    public List<Grounded<Outcome>> decided() {
        List<Grounded<Outcome>> all = new ArrayList<>(outcomes);
        all.addAll(retractedOutcomes);
        all.sort(Comparator.<Grounded<Outcome>, LocalDate>comparing(Grounded::since)
                .thenComparingLong(Grounded::place));
        return List.copyOf(all);
    }

    /** The final approval, if the case has one. */
    public @Nullable Grounded<Outcome> finalApproval() {
        return outcomes.stream()
                .filter(outcome -> outcome.value().finalApproval())
                .reduce((_, later) -> later)
                .orElse(null);
    }

    private Outcome outcome(BusinessCaseDecided decided, Grounds grounds) {
        boolean byLastBoard =
                !route.value().isEmpty() && route.value().getLast().equals(decided.board());
        return new Outcome(
                decided.board(),
                decided.version(),
                decided.outcome(),
                decided.outcomeAsStated(),
                byLastBoard && decided.outcome() == BoardOutcome.APPROVED && grounds.retracted() == null,
                decided.manner(),
                decided.meeting(),
                decided.delegation(),
                decided.papers(),
                decided.attendance(),
                decided.decidedBy(),
                decided.dissent(),
                decided.conditions(),
                decided.rationale(),
                decided.waiver(),
                decided.ultraVires(),
                decided.attributes(),
                grounds.retracted());
    }

    private static Submission submission(BusinessCaseSubmitted submitted) {
        return new Submission(submitted.version(), submitted.submittedBy());
    }

    private static Version version(BusinessCaseVersionRecorded versioned) {
        return new Version(versioned.version(), versioned.cost(), versioned.paper(), versioned.dimensions());
    }

    private BusinessCaseState decided(Outcome outcome, Grounds grounds) {
        Grounded<Outcome> grounded = grounds.ground(outcome);
        return outcome.retracted() == null
                ? withOutcomes(Copies.with(outcomes, grounded))
                : withRetractedOutcomes(Copies.with(retractedOutcomes, grounded));
    }
}
