package org.portfolioledger.state;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.EqualityAssessmentFact;
import org.portfolioledger.events.EqualityAssessmentFact.EqualityAssessmentEnded;
import org.portfolioledger.events.EqualityAssessmentFact.EqualityAssessmentKind;
import org.portfolioledger.events.EqualityAssessmentFact.EqualityAssessmentOpened;
import org.portfolioledger.events.EqualityAssessmentFact.EqualityAssessmentReviewed;
import org.portfolioledger.events.EqualityAssessmentFact.EqualityAssessmentTied;
import org.portfolioledger.events.EqualityAssessmentFact.EqualityAssessmentVersionRecorded;
import org.portfolioledger.events.EqualityAssessmentFact.EqualitySubject;
import org.portfolioledger.vocabulary.Holder;

/**
 * An equality impact assessment.
 *
 * @param subjects what it assesses, each with the day from which it does
 * @param author null: not stated
 * @param reviewBy last day by which it is to be reviewed; null: it is not
 * @param versions by number
 * @param closure why it is no longer kept up to date; null: it is
 */
@RecordBuilder
public record EqualityAssessmentState(
        @JsonProperty("id") String equalityAssessment,
        String register,
        Grounded<EqualityAssessmentKind> kind,
        List<Grounded<EqualitySubject>> subjects,
        @Nullable Grounded<Holder> author,
        @Nullable Grounded<LocalDate> reviewBy,
        Grounded<SortedMap<String, String>> attributes,
        SortedMap<Integer, Grounded<EqualityAssessmentVersion>> versions,
        @Nullable Grounded<String> closure)
        implements EqualityAssessmentStateBuilder.With, Alerting, Closable, Referring {

    /**
     * One version of the assessment.
     *
     * @param sha256 of its content; null: nobody knows it
     * @param change what changes; null: not stated
     */
    public record EqualityAssessmentVersion(
            int version, @Nullable String sha256, @Nullable String change) {}

    static EqualityAssessmentState opened(EqualityAssessmentOpened opened, Grounds grounds) {
        return new EqualityAssessmentState(
                opened.equalityAssessment(),
                opened.register(),
                grounds.ground(opened.kind()),
                opened.subjects().stream().map(grounds::ground).toList(),
                grounds.maybe(opened.author()),
                grounds.maybe(opened.reviewBy()),
                grounds.ground(opened.attributes()),
                new TreeMap<>(Map.of(1, grounds.ground(new EqualityAssessmentVersion(1, opened.sha256(), null)))),
                null);
    }

    EqualityAssessmentState evolve(EqualityAssessmentFact fact, Grounds grounds) {
        return switch (fact) {
            case EqualityAssessmentOpened again -> again(opened(again, grounds));
            case EqualityAssessmentTied tied -> withSubjects(tied(subjects, grounds.ground(tied.subject())));
            case EqualityAssessmentVersionRecorded recorded ->
                withVersions(Copies.with(versions, recorded.version(), grounds.ground(version(recorded))));
            case EqualityAssessmentReviewed reviewed -> withReviewBy(grounds.maybe(reviewed.reviewBy()));
            case EqualityAssessmentEnded ended -> withClosure(grounds.ground(ended.reason()));
        };
    }

    @Override
    public List<Reference> references() {
        List<Reference> references = new ArrayList<>();
        for (Grounded<EqualitySubject> subject : subjects) {
            references.addAll(
                    Reference.toMaybe(Kinds.INITIATIVE, subject.value().initiative(), subject));
            references.addAll(
                    Reference.toMaybe(Kinds.BUSINESS_CASE, subject.value().businessCase(), subject));
        }
        return references;
    }

    @Override
    public Set<Alert> alerts(LocalDate asOf) {
        boolean overdue = isOpen() && reviewBy != null && asOf.isAfter(reviewBy.value());
        return overdue ? Set.of(Alert.EQUALITY_REVIEW_OVERDUE) : Set.of();
    }

    /** What was stated for an earlier day is kept where the opening states nothing. */
    private EqualityAssessmentState again(EqualityAssessmentState opened) {
        List<Grounded<EqualitySubject>> all = opened.subjects;
        for (Grounded<EqualitySubject> before : subjects) all = tied(all, before);
        SortedMap<Integer, Grounded<EqualityAssessmentVersion>> written = new TreeMap<>(versions);
        written.putAll(opened.versions);
        return opened.withSubjects(all)
                .withReviewBy(opened.reviewBy == null ? reviewBy : opened.reviewBy)
                .withVersions(written)
                .withClosure(closure);
    }

    /** The same with one subject more; one that is there already stays as it is. */
    private static List<Grounded<EqualitySubject>> tied(
            List<Grounded<EqualitySubject>> subjects, Grounded<EqualitySubject> subject) {
        boolean known = subjects.stream().anyMatch(other -> other.value().equals(subject.value()));
        return known ? subjects : Copies.with(subjects, subject);
    }

    private static EqualityAssessmentVersion version(EqualityAssessmentVersionRecorded recorded) {
        return new EqualityAssessmentVersion(recorded.version(), recorded.sha256(), recorded.change());
    }
}
