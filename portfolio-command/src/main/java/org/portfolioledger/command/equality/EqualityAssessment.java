package org.portfolioledger.command.equality;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.command.Decision;
import org.portfolioledger.command.EntryChecks;
import org.portfolioledger.command.Evidence;
import org.portfolioledger.command.Family;
import org.portfolioledger.command.Finding;
import org.portfolioledger.command.Findings;
import org.portfolioledger.command.equality.EqualityAssessmentCommand.EndEqualityAssessment;
import org.portfolioledger.command.equality.EqualityAssessmentCommand.OpenEqualityAssessment;
import org.portfolioledger.command.equality.EqualityAssessmentCommand.RecordEqualityVersion;
import org.portfolioledger.command.equality.EqualityAssessmentCommand.ReviewEqualityAssessment;
import org.portfolioledger.command.equality.EqualityAssessmentCommand.TieEqualityAssessment;
import org.portfolioledger.command.powers.Powers;
import org.portfolioledger.events.EqualityAssessmentFact;
import org.portfolioledger.events.EqualityAssessmentFact.EqualityAssessmentEnded;
import org.portfolioledger.events.EqualityAssessmentFact.EqualityAssessmentOpened;
import org.portfolioledger.events.EqualityAssessmentFact.EqualityAssessmentReviewed;
import org.portfolioledger.events.EqualityAssessmentFact.EqualityAssessmentTied;
import org.portfolioledger.events.EqualityAssessmentFact.EqualityAssessmentVersionRecorded;
import org.portfolioledger.events.EqualityAssessmentFact.EqualitySubject;
import org.portfolioledger.state.EqualityAssessmentState;
import org.portfolioledger.state.Grounded;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.RecordedFact;
import org.portfolioledger.timeline.EffectiveEntry;
import org.portfolioledger.timeline.History;

/** The rules of equality impact assessments. */
final class EqualityAssessment
        extends Family<EqualityAssessmentCommand, EqualityAssessmentFact, EqualityAssessmentState> {

    private static final int FIRST = 1;

    EqualityAssessment() {
        super(
                Kinds.EQUALITY_ASSESSMENT,
                EqualityAssessmentCommand.class,
                EqualityAssessmentCommand.ROUTES,
                EqualityAssessmentRule.values());
    }

    @Override
    protected Decision<EqualityAssessmentFact> decide(
            EqualityAssessmentCommand command,
            History<RecordedFact, EqualityAssessmentState> history,
            Evidence evidence) {
        return switch (command) {
            case OpenEqualityAssessment open -> open(open, evidence);
            case TieEqualityAssessment tie -> {
                Findings findings = new Findings();
                requireSubject(tie.subject(), "/subject", evidence, findings);
                yield Decision.stating(EqualityAssessmentTied.class, tie, findings);
            }
            case RecordEqualityVersion version -> record(version, history);
            case ReviewEqualityAssessment review -> {
                Findings findings = new Findings().requirePerson(review.reviewedBy(), "/reviewedBy", evidence);
                requireLater(review.reviewBy(), review.provenance().effectiveOn(), findings);
                yield Decision.stating(EqualityAssessmentReviewed.class, review, findings);
            }
            case EndEqualityAssessment end -> Decision.stating(EqualityAssessmentEnded.class, end, new Findings());
        };
    }

    /** Those that it assesses; nobody lets the assessment of others be of an initiative of their own. */
    @Override
    protected List<String> initiatives(EqualityAssessmentFact fact, EqualityAssessmentState state) {
        return state.subjects().stream()
                .map(Grounded::value)
                .filter(subject -> !(fact instanceof EqualityAssessmentTied tied
                        && tied.subject().equals(subject)))
                .flatMap(subject -> Stream.ofNullable(subject.initiative()))
                .toList();
    }

    private static Decision<EqualityAssessmentFact> open(OpenEqualityAssessment open, Evidence evidence) {
        Findings findings = new Findings()
                .require(
                        !open.subjects().isEmpty(),
                        Finding.of(EqualityAssessmentRule.NOTHING_ASSESSED, "It names no subject")
                                .at("/subjects"));
        for (int i = 0; i < open.subjects().size(); i++)
            requireSubject(open.subjects().get(i), "/subjects/" + i, evidence, findings);
        findings.requireNamedOnce(
                open.subjects().stream().map(EqualityAssessment::name).toList(), i -> "/subjects/" + i);
        requireContent(open.sha256(), findings);
        requireLater(open.reviewBy(), open.provenance().effectiveOn(), findings);
        findings.requireHolder(open.author(), "/author", evidence);
        return Decision.stating(EqualityAssessmentOpened.class, open, findings);
    }

    private static void requireSubject(EqualitySubject subject, String pointer, Evidence evidence, Findings findings) {
        long named = Stream.of(subject.initiative(), subject.businessCase(), subject.description())
                .filter(Objects::nonNull)
                .count();
        findings.require(
                        named == 1,
                        Finding.of(
                                        EqualityAssessmentRule.AMBIGUOUS_EQUALITY_SUBJECT,
                                        "The subject names %s things".formatted(named))
                                .at(pointer))
                .require(
                        subject.description() == null,
                        Finding.of(
                                        EqualityAssessmentRule.EQUALITY_SUBJECT_NOT_ON_RECORD,
                                        "Neither an initiative nor a business case is named")
                                .at(pointer))
                .requireKnown(Kinds.INITIATIVE, subject.initiative(), pointer + "/initiative", evidence)
                .requireKnown(Kinds.BUSINESS_CASE, subject.businessCase(), pointer + "/businessCase", evidence);
    }

    private static @Nullable String name(EqualitySubject subject) {
        if (subject.initiative() != null) return Kinds.INITIATIVE.words(subject.initiative());
        return subject.businessCase() == null
                ? subject.description()
                : Kinds.BUSINESS_CASE.words(subject.businessCase());
    }

    private static Decision<EqualityAssessmentFact> record(
            RecordEqualityVersion record, History<RecordedFact, EqualityAssessmentState> history) {
        Findings findings = new Findings();
        requireContent(record.sha256(), findings);
        int version = record.version() == null ? nextVersion(record, history) : record.version();
        findings.require(
                version > FIRST,
                Finding.of(
                                EqualityAssessmentRule.EQUALITY_VERSION_TAKEN,
                                "Version %s is not a further version".formatted(version))
                        .at("/version"));
        return Decision.of(versioned(record, version), findings);
    }

    private static int nextVersion(
            RecordEqualityVersion record, History<RecordedFact, EqualityAssessmentState> history) {
        int next = EntryChecks.nextVersion(
                EntryChecks.facts(history.entries(), EqualityAssessmentVersionRecorded.class)
                        .toList(),
                EqualityAssessmentVersionRecorded::version,
                version -> versioned(record, version));
        return Math.max(FIRST + 1, next);
    }

    private static EqualityAssessmentVersionRecorded versioned(RecordEqualityVersion record, int version) {
        return new EqualityAssessmentVersionRecorded(
                record.equalityAssessment(), version, record.sha256(), record.change(), record.provenance());
    }

    private static void requireContent(@Nullable String sha256, Findings findings) {
        findings.require(
                sha256 != null,
                Finding.of(EqualityAssessmentRule.ASSESSMENT_NOT_IDENTIFIED, "The hash of the content is not stated")
                        .at("/sha256"));
        if (sha256 != null) Powers.requireHash(sha256, "/sha256", findings);
    }

    private static void requireLater(@Nullable LocalDate reviewBy, LocalDate set, Findings findings) {
        findings.require(
                reviewBy == null || !reviewBy.isBefore(set),
                Finding.of(
                                EqualityAssessmentRule.IMPOSSIBLE_EQUALITY_REVIEW_DATE,
                                "It would be set on %s for %s".formatted(set, reviewBy))
                        .at("/reviewBy"));
    }

    @Override
    protected List<Finding> invariants(EqualityAssessmentState state) {
        return EntryChecks.closedAfterItBegan(
                state, state.kind(), EqualityAssessmentRule.EQUALITY_ASSESSMENT_ENDED_BEFORE_IT_BEGAN);
    }

    /** A version is written once, with content of its own, and nothing comes after the end. */
    @Override
    protected List<Finding> historyInvariants(List<EffectiveEntry<RecordedFact>> entries) {
        List<Finding> findings = new ArrayList<>(newContent(entries));
        findings.addAll(EntryChecks.nothingAfter(
                entries,
                EqualityAssessmentEnded.class::isInstance,
                fact -> !(fact instanceof EqualityAssessmentOpened),
                EqualityAssessmentRule.EQUALITY_ASSESSMENT_ENDED_ALREADY,
                "ended"));
        return findings;
    }

    private static List<Finding> newContent(List<EffectiveEntry<RecordedFact>> entries) {
        List<Finding> taken = EntryChecks.takenOnce(
                entries,
                fact -> fact instanceof EqualityAssessmentVersionRecorded version ? version.version() : null,
                version -> Finding.of(
                                EqualityAssessmentRule.EQUALITY_VERSION_TAKEN,
                                "Version %s is on record".formatted(version))
                        .at("/version"));
        if (!taken.isEmpty()) return taken;
        return EntryChecks.takenOnce(
                EntryChecks.openedOnce(entries),
                fact -> switch (fact) {
                    case EqualityAssessmentOpened opened -> opened.sha256();
                    case EqualityAssessmentVersionRecorded version -> version.sha256();
                    default -> null;
                },
                hash -> Finding.of(
                                EqualityAssessmentRule.EQUALITY_VERSION_WITHOUT_NEW_CONTENT,
                                "The content %s is that of another version".formatted(hash))
                        .at("/sha256"));
    }
}
