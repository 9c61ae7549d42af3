package org.portfolioledger.query.across;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.MeetingFact.AgendaItem;
import org.portfolioledger.query.across.GatePaperQueries.Gate;
import org.portfolioledger.query.across.PaperBeforeGate.ChangedPaper;
import org.portfolioledger.query.answer.MembersEver;
import org.portfolioledger.query.answer.PartView;
import org.portfolioledger.state.BusinessCaseState;
import org.portfolioledger.state.BusinessCaseState.Version;
import org.portfolioledger.state.DocumentState;
import org.portfolioledger.state.DocumentState.DocumentVersion;
import org.portfolioledger.state.Grounded;
import org.portfolioledger.state.MeetingState;
import org.portfolioledger.state.MeetingState.CirculatedPaper;
import org.portfolioledger.state.ReviewState;
import org.portfolioledger.state.Viewpoint;

/**
 * Finds the papers of a gate that changed before it. Its papers are the versions of business cases of its initiative and of
 * those below it, the papers of meetings about these, and the versions of documents that had the content of one of both.
 */
record GatePapers(List<BusinessCaseState> cases, List<MeetingState> meetings, List<DocumentState> documents) {

    /** All that a paper may be found in. */
    List<Object> states() {
        return List.of(cases, meetings, documents);
    }

    /** Those that changed in so many days before a gate, or on its day. */
    List<PartView<PaperBeforeGate>> before(Gate gate, MembersEver members, int days, Viewpoint seen) {
        return new Before(gate, members, days, seen).papers();
    }

    /** One gate. */
    private final class Before {

        private final Gate gate;
        private final MembersEver members;
        private final int days;
        private final Viewpoint seen;
        private final List<PartView<PaperBeforeGate>> papers = new ArrayList<>();

        Before(Gate gate, MembersEver members, int days, Viewpoint seen) {
            this.gate = gate;
            this.members = members;
            this.days = days;
            this.seen = seen;
        }

        List<PartView<PaperBeforeGate>> papers() {
            List<BusinessCaseState> own =
                    cases.stream().filter(each -> isOfGate(each.initiative())).toList();
            Set<String> ids = own.stream().map(BusinessCaseState::businessCase).collect(Collectors.toSet());
            Set<String> hashes = new TreeSet<>();
            for (BusinessCaseState each : own)
                for (Grounded<Version> version : each.versions().values()) {
                    hashes.add(version.value().paper().sha256());
                    add(each, version);
                }
            for (MeetingState meeting : meetings)
                for (Grounded<CirculatedPaper> paper : meeting.papers()) {
                    if (!isAbout(meeting, paper.value().item(), ids)) continue;
                    hashes.add(paper.value().paper().sha256());
                    add(meeting, paper);
                }
            for (DocumentState document : documents)
                if (document.versions().values().stream()
                        .anyMatch(version -> isOneOf(version.value().sha256(), hashes)))
                    document.versions().values().forEach(version -> add(document, version));
            return papers;
        }

        private boolean isOfGate(@Nullable String initiative) {
            return initiative != null && members.isBelow(initiative, gate.initiative(), gate.countsOn());
        }

        /** Whether an item of the agenda concerns the gate; of a paper that belongs to none, whether any does. */
        private boolean isAbout(MeetingState meeting, @Nullable String item, Set<String> ids) {
            Stream<AgendaItem> items = meeting.agenda() == null ? Stream.of() : meeting.agenda().value().stream();
            return items.filter(each -> item == null || each.item().equalsIgnoreCase(item))
                    .anyMatch(each -> isOfGate(each.initiative()) || isOneOf(each.businessCase(), ids));
        }

        private static boolean isOneOf(@Nullable String id, Set<String> ids) {
            return id != null && ids.contains(id);
        }

        private void add(BusinessCaseState written, Grounded<Version> version) {
            if (isLater(version, written.versions().values()))
                add(
                        "%s:%s"
                                .formatted(
                                        written.businessCase(), version.value().version()),
                        version,
                        ChangedPaper.of(written, version.value()));
        }

        private void add(MeetingState meeting, Grounded<CirculatedPaper> circulated) {
            if (circulated.value().replaces() != null)
                add(
                        "%s:%s".formatted(meeting.meeting(), circulated.place()),
                        circulated,
                        ChangedPaper.of(meeting, circulated.value()));
        }

        private void add(DocumentState document, Grounded<DocumentVersion> version) {
            if (isLater(version, document.versions().values()))
                add(
                        "%s:%s".formatted(document.document(), version.value().version()),
                        version,
                        ChangedPaper.of(document, version.value()));
        }

        /** Whether it is not the first. */
        private static boolean isLater(Grounded<?> version, Collection<? extends Grounded<?>> all) {
            return all.stream().anyMatch(other -> other.isBefore(version));
        }

        private void add(String id, Grounded<?> changed, ChangedPaper paper) {
            long before = ChronoUnit.DAYS.between(changed.since(), gate.on());
            if (before < 0 || before > days) return;
            ReviewState review = gate.review();
            PaperBeforeGate shown = new PaperBeforeGate(
                    gate.initiative(), review.review(), review.kind().value(), gate.on(), paper, before);
            papers.add(PartView.of("%s:%s".formatted(review.review(), id), changed, shown, seen));
        }
    }
}
