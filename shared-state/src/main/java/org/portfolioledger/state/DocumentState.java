package org.portfolioledger.state;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.DocumentFact;
import org.portfolioledger.events.DocumentFact.DocumentAuthorStated;
import org.portfolioledger.events.DocumentFact.DocumentKind;
import org.portfolioledger.events.DocumentFact.DocumentMarked;
import org.portfolioledger.events.DocumentFact.DocumentPublicationDecided;
import org.portfolioledger.events.DocumentFact.DocumentRegistered;
import org.portfolioledger.events.DocumentFact.DocumentReplaced;
import org.portfolioledger.events.DocumentFact.DocumentReviewed;
import org.portfolioledger.events.DocumentFact.DocumentVersionRecorded;
import org.portfolioledger.events.DocumentFact.Gap;
import org.portfolioledger.events.DocumentFact.Publication;
import org.portfolioledger.vocabulary.Citation;
import org.portfolioledger.vocabulary.Holder;
import org.portfolioledger.vocabulary.Marking;
import org.portfolioledger.vocabulary.PaperPurpose;

/**
 * A document.
 *
 * @param marking null: not stated
 * @param reviewBy last day by which it is to be reviewed; null: it is not
 * @param versions by number
 * @param publication null: not decided
 * @param closure what replaced it; null: nothing
 */
@RecordBuilder
public record DocumentState(
        @JsonProperty("id") String document,
        String register,
        Grounded<DocumentKind> kind,
        Grounded<String> title,
        @Nullable Grounded<Marking> marking,
        @Nullable Grounded<PaperPurpose> purpose,
        @Nullable Grounded<Holder> author,
        @Nullable Grounded<Holder> onBehalfOf,
        @Nullable Grounded<LocalDate> reviewBy,
        Grounded<List<Citation>> backgroundPapers,
        Grounded<SortedMap<String, String>> attributes,
        SortedMap<Integer, Grounded<DocumentVersion>> versions,
        @Nullable Grounded<PublicationDecision> publication,
        @Nullable Grounded<DocumentReplacement> closure)
        implements DocumentStateBuilder.With, Alerting, Closable, Referring {

    /**
     * One version of the document.
     *
     * @param sha256 of its content; null: nobody knows it
     * @param change what changed; null: not stated
     */
    public record DocumentVersion(
            int version, @Nullable String sha256, @Nullable String change) {}

    /** Whether and how it is published. */
    public record PublicationDecision(
            Publication decision,
            @Nullable String section,
            List<Gap> gaps,
            @Nullable String decidedBy,
            @Nullable String reason) {}

    /** By which document it was replaced, and why. */
    public record DocumentReplacement(String by, @Nullable String reason) {}

    static DocumentState registered(DocumentRegistered registered, Grounds grounds) {
        return new DocumentState(
                registered.document(),
                registered.register(),
                grounds.ground(registered.kind()),
                grounds.ground(registered.title()),
                grounds.maybe(registered.marking()),
                grounds.maybe(registered.purpose()),
                grounds.maybe(registered.author()),
                grounds.maybe(registered.onBehalfOf()),
                grounds.maybe(registered.reviewBy()),
                grounds.ground(registered.backgroundPapers()),
                grounds.ground(registered.attributes()),
                new TreeMap<>(Map.of(1, grounds.ground(new DocumentVersion(1, registered.sha256(), null)))),
                null,
                null);
    }

    DocumentState evolve(DocumentFact fact, Grounds grounds) {
        return switch (fact) {
            case DocumentRegistered again -> again(registered(again, grounds));
            case DocumentVersionRecorded recorded ->
                withVersions(Copies.with(versions, recorded.version(), grounds.ground(version(recorded))));
            case DocumentAuthorStated stated ->
                withAuthor(grounds.ground(stated.author())).withOnBehalfOf(grounds.maybe(stated.onBehalfOf()));
            case DocumentMarked marked -> withMarking(grounds.ground(marked.marking()));
            case DocumentPublicationDecided decided -> withPublication(grounds.ground(decision(decided)));
            case DocumentReviewed reviewed -> withReviewBy(grounds.maybe(reviewed.reviewBy()));
            case DocumentReplaced replaced ->
                withClosure(grounds.ground(new DocumentReplacement(replaced.by(), replaced.reason())));
        };
    }

    @Override
    public List<Reference> references() {
        List<Reference> references = new ArrayList<>(Reference.toCited(backgroundPapers.value(), backgroundPapers));
        if (closure != null)
            references.add(Reference.to(Kinds.DOCUMENT, closure.value().by(), closure));
        return references;
    }

    @Override
    public Set<Alert> alerts(LocalDate asOf) {
        Set<Alert> alerts = EnumSet.noneOf(Alert.class);
        if (closure != null) alerts.add(Alert.DOCUMENT_REPLACED);
        else if (reviewBy != null && asOf.isAfter(reviewBy.value())) alerts.add(Alert.DOCUMENT_REVIEW_OVERDUE);
        return alerts;
    }

    /**
     * What took the place of the content with this hash: a later version, or another document; empty: nothing did, or it is
     * no version of this one.
     */
    public Optional<Grounded<?>> inPlaceOf(String sha256) {
        if (!has(sha256)) return Optional.empty();
        Grounded<DocumentVersion> last = List.copyOf(versions.values()).getLast();
        boolean isLast = sha256.equals(last.value().sha256());
        return isLast ? Optional.ofNullable(closure) : Optional.of(last);
    }

    /** Whether one of its versions has this content. */
    private boolean has(String sha256) {
        return versions.values().stream()
                .anyMatch(version -> sha256.equals(version.value().sha256()));
    }

    /** Those documents that have, or had, this content: all of them where something took its place in each, else the first where it stands. */
    public static List<DocumentState> holding(String sha256, List<DocumentState> documents) {
        List<DocumentState> holding =
                documents.stream().filter(document -> document.has(sha256)).toList();
        return holding.stream()
                .filter(document -> document.inPlaceOf(sha256).isEmpty())
                .findFirst()
                .map(List::of)
                .orElse(holding);
    }

    /** What was stated for an earlier day is kept where the opening states nothing. */
    private DocumentState again(DocumentState opened) {
        SortedMap<Integer, Grounded<DocumentVersion>> all = new TreeMap<>(versions);
        all.putAll(opened.versions);
        return opened.withMarking(opened.marking == null ? marking : opened.marking)
                .withAuthor(opened.author == null ? author : opened.author)
                .withOnBehalfOf(opened.author == null ? onBehalfOf : opened.onBehalfOf)
                .withReviewBy(opened.reviewBy == null ? reviewBy : opened.reviewBy)
                .withVersions(all)
                .withPublication(publication)
                .withClosure(closure);
    }

    private static DocumentVersion version(DocumentVersionRecorded recorded) {
        return new DocumentVersion(recorded.version(), recorded.sha256(), recorded.change());
    }

    private static PublicationDecision decision(DocumentPublicationDecided decided) {
        return new PublicationDecision(
                decided.publication(), decided.section(), decided.gaps(), decided.decidedBy(), decided.reason());
    }
}
