package org.portfolioledger.query.board;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.query.answer.Rows;
import org.portfolioledger.query.answer.Rows.Known;
import org.portfolioledger.query.point.TimePoint;
import org.portfolioledger.state.DocumentState;
import org.portfolioledger.state.Grounded;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.MeetingState;
import org.portfolioledger.state.MeetingState.CirculatedPaper;
import org.portfolioledger.vocabulary.Paper;

/** Finds by their hashes when members got papers, and the documents of which they are versions. */
final class PapersOnRecord {

    private static final String HAS_VERSION = "exists (select from jsonb_each(r.state -> 'versions') v"
            + " where v.value #>> '{value,sha256}' = any(:hashes))";

    private PapersOnRecord() {}

    /**
     * A paper with what else is on record of it.
     *
     * @param circulatedOn day on which the members of the meeting got it; null: not on record
     * @param documents the versions of documents that have its content
     */
    record PaperOnRecord(Paper paper, @Nullable LocalDate circulatedOn, List<VersionOfDocument> documents) {}

    /** A version of a document. */
    record VersionOfDocument(String document, int version) {}

    static List<PaperOnRecord> of(Rows rows, TimePoint point, List<Paper> papers, @Nullable MeetingState meeting) {
        if (papers.isEmpty()) return List.of();
        Set<String> hashes = papers.stream().map(Paper::sha256).collect(Collectors.toSet());
        List<DocumentState> documents =
                rows.where(point, Kinds.DOCUMENT, HAS_VERSION, Map.of("hashes", hashes.toArray(String[]::new))).stream()
                        .map(Known::state)
                        .toList();
        return papers.stream()
                .map(paper ->
                        new PaperOnRecord(paper, circulatedOn(paper, meeting), versions(paper.sha256(), documents)))
                .toList();
    }

    private static @Nullable LocalDate circulatedOn(Paper paper, @Nullable MeetingState meeting) {
        if (meeting == null) return null;
        return meeting.papers().stream()
                .filter(circulated -> circulated.value().paper().sha256().equals(paper.sha256()))
                .map(Grounded::since)
                .findFirst()
                .orElse(null);
    }

    /** The papers of a meeting in whose place no other was put. */
    static List<Paper> latest(MeetingState meeting) {
        return meeting.latestPapers().stream()
                .map(Grounded::value)
                .map(CirculatedPaper::paper)
                .toList();
    }

    private static List<VersionOfDocument> versions(String sha256, List<DocumentState> documents) {
        List<VersionOfDocument> versions = new ArrayList<>();
        for (DocumentState document : documents)
            document.versions().values().stream()
                    .map(Grounded::value)
                    .filter(version -> sha256.equals(version.sha256()))
                    .forEach(version -> versions.add(new VersionOfDocument(document.document(), version.version())));
        return versions;
    }
}
