package org.portfolioledger.command.vacancy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.command.EntryChecks;
import org.portfolioledger.command.Evidence;
import org.portfolioledger.command.Finding;
import org.portfolioledger.events.VacancyRequestFact.VacancyCheck;
import org.portfolioledger.events.VacancyRequestFact.VacancyChecked;
import org.portfolioledger.events.VacancyRequestFact.VacancyDecided;
import org.portfolioledger.events.VacancyRequestFact.VacancyExtensionRequested;
import org.portfolioledger.events.VacancyRequestFact.VacancyOutcome;
import org.portfolioledger.events.VacancyRequestFact.VacancyRequestClosed;
import org.portfolioledger.events.VacancyRequestFact.VacancyRequested;
import org.portfolioledger.events.VacancyRequestFact.VacancyTenure;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.RecordedFact;
import org.portfolioledger.timeline.EffectiveEntry;
import org.portfolioledger.timeline.History;
import org.portfolioledger.vocabulary.Holder;

/**
 * How one request follows another for the same post: each is checked and decided before the next, and by others than who
 * asked (rule 5). Accounts are told apart by their persons, so a person with several accounts is one.
 */
final class AskByAsk {

    private final List<Finding> findings = new ArrayList<>();
    private final List<Ask> asks = new ArrayList<>();
    private VacancyTenure tenure = VacancyTenure.PERMANENT;
    /** By which the post may be filled, if it may. */
    private @Nullable EffectiveEntry<RecordedFact> authorised;

    /** Last day on which it may be; null: without end. */
    private @Nullable LocalDate lastDay;

    private AskByAsk() {}

    /** One request, what was looked at, and by which fact it was decided. */
    private static final class Ask {
        private final EffectiveEntry<RecordedFact> entry;
        private final @Nullable LocalDate until;
        private final Set<String> persons;
        private final Map<VacancyCheck, EffectiveEntry<RecordedFact>> checks = new EnumMap<>(VacancyCheck.class);
        private @Nullable EffectiveEntry<RecordedFact> decision;

        Ask(EffectiveEntry<RecordedFact> entry, @Nullable LocalDate until, @Nullable Holder requestedBy) {
            this.entry = entry;
            this.until = until;
            this.persons = persons(entry, requestedBy);
        }
    }

    static List<Finding> findings(List<EffectiveEntry<RecordedFact>> entries) {
        AskByAsk course = new AskByAsk();
        EntryChecks.openedOnce(entries).forEach(course::take);
        return List.copyOf(course.findings);
    }

    /** The correction of a decision by somebody who asked for the post. */
    static List<Finding> correcting(List<EffectiveEntry<RecordedFact>> entries, Evidence evidence) {
        List<Finding> findings = new ArrayList<>();
        for (EffectiveEntry<RecordedFact> entry : entries)
            for (String recorder : evidence.recorders())
                if (askers(entry).contains(recorder))
                    findings.add(Finding.of(
                                    VacancyRequestRule.SELF_AUTHORISATION,
                                    "Person %s corrects the decision, and requested the post".formatted(recorder))
                            .against(List.of(entry.position())));
        return findings;
    }

    private static Set<String> askers(EffectiveEntry<RecordedFact> entry) {
        return switch (entry.content().fact()) {
            case VacancyRequested requested -> persons(entry, requested.requestedBy());
            case VacancyExtensionRequested requested -> persons(entry, requested.requestedBy());
            default -> Set.of();
        };
    }

    private static Set<String> persons(EffectiveEntry<RecordedFact> entry, @Nullable Holder requestedBy) {
        Set<String> persons = new HashSet<>(entry.content().recordedBy());
        if (requestedBy != null && requestedBy.person() != null) persons.add(requestedBy.person());
        return persons;
    }

    private void take(EffectiveEntry<RecordedFact> entry) {
        switch (Kinds.VACANCY_REQUEST.fact(entry)) {
            case VacancyRequested requested -> {
                tenure = requested.tenure();
                asks.add(new Ask(entry, requested.until(), requested.requestedBy()));
            }
            case VacancyChecked checked -> {
                Ask waiting = waiting(entry);
                if (waiting != null) waiting.checks.put(checked.check(), entry);
            }
            case VacancyExtensionRequested requested -> extend(requested, entry);
            case VacancyDecided decided -> {
                Ask waiting = waiting(entry);
                if (waiting != null) decide(decided, entry, waiting);
            }
            case VacancyRequestClosed _ -> {}
        }
    }

    private @Nullable Ask waiting(EffectiveEntry<RecordedFact> entry) {
        Ask last = asks.isEmpty() ? null : asks.getLast();
        if (last != null && last.decision == null) return last;
        List<EffectiveEntry<RecordedFact>> others =
                last == null || last.decision == null ? List.of() : List.of(last.decision);
        note(VacancyRequestRule.NO_REQUEST_WAITS, "No request is waiting on " + entry.effectiveOn(), entry, others);
        return null;
    }

    private void extend(VacancyExtensionRequested requested, EffectiveEntry<RecordedFact> entry) {
        Ask last = asks.isEmpty() ? null : asks.getLast();
        if (last != null && last.decision == null) {
            note(
                    VacancyRequestRule.REQUEST_STILL_WAITS,
                    "The request of %s was not decided by %s".formatted(last.entry.effectiveOn(), entry.effectiveOn()),
                    entry,
                    List.of(last.entry));
            return;
        }
        if (authorised == null || tenure == VacancyTenure.PERMANENT) {
            note(
                    VacancyRequestRule.NOTHING_TO_EXTEND,
                    "On %s there is no period to extend".formatted(entry.effectiveOn()),
                    entry,
                    last == null ? List.of() : List.of(last.entry));
            return;
        }
        if (lastDay != null && !requested.until().isAfter(lastDay))
            note(
                    VacancyRequestRule.EXTENSION_NOT_LONGER,
                    "It is authorised until %s, and requested until %s".formatted(lastDay, requested.until()),
                    entry,
                    List.of(authorised));
        asks.add(new Ask(entry, requested.until(), requested.requestedBy()));
    }

    private void decide(VacancyDecided decided, EffectiveEntry<RecordedFact> entry, Ask ask) {
        ask.decision = entry;
        othersDecide(decided, entry, ask);
        if (decided.outcome() == VacancyOutcome.REFUSED) return;
        authorised = entry;
        lastDay = decided.until();
        requireChecks(entry, ask);
        if (tenure == VacancyTenure.TEMPORARY && decided.until() == null)
            note(
                    VacancyRequestRule.TEMPORARY_WITHOUT_PERIOD,
                    "The temporary post is authorised without an end",
                    entry,
                    List.of(ask.entry));
        if (tenure == VacancyTenure.PERMANENT && decided.until() != null)
            note(
                    VacancyRequestRule.PERIOD_OF_PERMANENT_POST,
                    "The permanent post is authorised until " + decided.until(),
                    entry,
                    List.of(ask.entry));
        if (ask.until != null && decided.until() != null && decided.until().isAfter(ask.until))
            note(
                    VacancyRequestRule.LONGER_THAN_ASKED,
                    "It was requested until %s, and is authorised until %s".formatted(ask.until, decided.until()),
                    entry,
                    List.of(ask.entry));
    }

    private void requireChecks(EffectiveEntry<RecordedFact> entry, Ask ask) {
        for (VacancyCheck check : VacancyCheck.values()) {
            if (!check.isRequired()) continue;
            EffectiveEntry<RecordedFact> last = ask.checks.get(check);
            if (last == null)
                note(
                        VacancyRequestRule.VACANCY_NOT_CHECKED,
                        "The check %s is not on record by %s".formatted(check, entry.effectiveOn()),
                        entry,
                        List.of(ask.entry));
            else if (last.content().fact() instanceof VacancyChecked checked && !checked.met())
                note(
                        VacancyRequestRule.VACANCY_NOT_CHECKED,
                        "The request did not pass the check %s".formatted(check),
                        entry,
                        List.of(last));
        }
    }

    private void othersDecide(VacancyDecided decided, EffectiveEntry<RecordedFact> entry, Ask ask) {
        for (String person : decided.decidedBy())
            if (ask.persons.contains(person)) self(person, "decides", entry, ask, "/decidedBy");
        for (String person : entry.content().recordedBy())
            if (ask.persons.contains(person) && !decided.decidedBy().contains(person))
                self(person, "records the decision", entry, ask, null);
    }

    private void self(
            String person, String does, EffectiveEntry<RecordedFact> entry, Ask ask, @Nullable String pointer) {
        Finding finding = Finding.contradiction(
                VacancyRequestRule.SELF_AUTHORISATION,
                "Person %s %s, and requested the post".formatted(person, does),
                entry,
                List.of(ask.entry));
        findings.add(pointer == null || entry.position() != History.UNRECORDED ? finding : finding.at(pointer));
    }

    private void note(
            VacancyRequestRule rule,
            String detail,
            EffectiveEntry<RecordedFact> entry,
            List<EffectiveEntry<RecordedFact>> others) {
        findings.add(Finding.contradiction(rule, detail, entry, others));
    }
}
