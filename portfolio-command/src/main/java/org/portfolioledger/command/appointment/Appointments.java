package org.portfolioledger.command.appointment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.command.Decision;
import org.portfolioledger.command.EntryChecks;
import org.portfolioledger.command.Evidence;
import org.portfolioledger.command.Family;
import org.portfolioledger.command.Finding;
import org.portfolioledger.command.Findings;
import org.portfolioledger.command.ReferenceRule;
import org.portfolioledger.command.Rule;
import org.portfolioledger.command.appointment.AppointmentCommand.AppointRole;
import org.portfolioledger.command.appointment.AppointmentCommand.EndAppointment;
import org.portfolioledger.command.appointment.AppointmentCommand.TransferAppointment;
import org.portfolioledger.command.terms.Terms;
import org.portfolioledger.command.terms.TermsRule;
import org.portfolioledger.events.AppointmentFact;
import org.portfolioledger.events.AppointmentFact.AppointmentEnded;
import org.portfolioledger.events.AppointmentFact.AppointmentKind;
import org.portfolioledger.events.AppointmentFact.RoleAppointed;
import org.portfolioledger.state.AppointmentsState;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.RecordedFact;
import org.portfolioledger.timeline.EffectiveEntry;
import org.portfolioledger.timeline.History;
import org.portfolioledger.vocabulary.Holder;
import org.portfolioledger.vocabulary.Role;

/** The rules of appointments. */
final class Appointments extends Family<AppointmentCommand, AppointmentFact, AppointmentsState> {

    Appointments() {
        super(
                Kinds.APPOINTMENTS,
                AppointmentCommand.class,
                AppointmentCommand.ROUTES,
                Stream.<Rule>concat(Stream.of(AppointmentRule.values()), Stream.of(TermsRule.values()))
                        .toArray(Rule[]::new));
    }

    @Override
    protected Decision<AppointmentFact> decide(
            AppointmentCommand command, History<RecordedFact, AppointmentsState> history, Evidence evidence) {
        return switch (command) {
            case AppointRole appoint -> appoint(appoint, history, evidence);
            case EndAppointment end -> end(end, history);
            case TransferAppointment transfer -> transfer(transfer, history, evidence);
        };
    }

    private static Decision<AppointmentFact> appoint(
            AppointRole appoint, History<RecordedFact, AppointmentsState> history, Evidence evidence) {
        RoleAppointed wanted = new RoleAppointed(
                appoint.initiative(),
                appoint.appointment(),
                appoint.role(),
                appoint.kind(),
                appoint.holder(),
                appoint.heldByPost(),
                appoint.appointmentLetter(),
                appoint.expectedEnd(),
                appoint.timeCommitment(),
                appoint.delegatedAuthority(),
                appoint.delegatedLimit(),
                appoint.handoverNote(),
                spelled(history, appoint.replaces()),
                appoint.provenance());
        Findings findings = new Findings();
        requireHolder(wanted, evidence, findings);
        findings.requireOpenInitiative(wanted.initiative(), wanted.provenance().effectiveOn(), null, evidence);
        requireTerm(wanted, findings);
        requireReplaced(wanted, history, findings);
        return Decision.of(wanted, findings);
    }

    /** Ends an appointment here and begins one elsewhere, in one act. */
    private static Decision<AppointmentFact> transfer(
            TransferAppointment transfer, History<RecordedFact, AppointmentsState> history, Evidence evidence) {
        Optional<RoleAppointed> before = appointed(history, transfer.appointment());
        Role role = before.map(RoleAppointed::role).orElse(Role.SRO);
        RoleAppointed wanted = new RoleAppointed(
                transfer.to(),
                transfer.begins(),
                transfer.role() == null ? role : transfer.role(),
                transfer.kind(),
                before.map(RoleAppointed::holder)
                        .map(holder -> new Holder(holder.person(), transfer.post()))
                        .orElse(null),
                null,
                transfer.appointmentLetter(),
                transfer.expectedEnd(),
                transfer.timeCommitment(),
                transfer.delegatedAuthority(),
                transfer.delegatedLimit(),
                null,
                spelled(evidence.history(Kinds.APPOINTMENTS, transfer.to()), transfer.replaces()),
                transfer.provenance());
        Findings findings = new Findings()
                .require(before.isPresent(), ReferenceRule.absent("appointment", transfer.appointment()))
                .require(
                        !transfer.to().equals(transfer.initiative()),
                        Finding.of(
                                        AppointmentRule.TRANSFER_TO_ITSELF,
                                        "The appointment is already in %s".formatted(transfer.to()))
                                .at("/to"));
        before.ifPresent(appointed -> findings.require(
                appointed.holder() != null
                        && appointed.holder().person() != null
                        && transfer.kind() != AppointmentKind.VACANT,
                Finding.of(
                        AppointmentRule.NOBODY_TO_TRANSFER,
                        "No person holds appointment %s, or the new appointment is a vacancy"
                                .formatted(appointed.appointment()))));
        findings.requireOpenInitiative(transfer.to(), transfer.provenance().effectiveOn(), "/to", evidence);
        requireTerm(wanted, findings);
        requireReplaced(wanted, evidence.history(Kinds.APPOINTMENTS, transfer.to()), findings);
        if (wanted.holder() != null) findings.requirePerson(wanted.holder().person(), "/appointment", evidence);
        AppointmentEnded ended = new AppointmentEnded(
                transfer.initiative(),
                before.map(RoleAppointed::appointment).orElse(transfer.appointment()),
                transfer.reason(),
                transfer.handoverNote(),
                transfer.provenance());
        return Decision.<AppointmentFact>of(ended, findings).with(Kinds.APPOINTMENTS.stream(transfer.to()), wanted);
    }

    private static void requireHolder(RoleAppointed wanted, Evidence evidence, Findings findings) {
        Holder holder = wanted.holder();
        if (wanted.kind() == AppointmentKind.VACANT) {
            requireNone(holder, "no holder", "/holder", findings);
            requireNone(wanted.heldByPost(), "no post that holds it", "/heldByPost", findings);
            requireNone(wanted.appointmentLetter(), "no appointment letter", "/appointmentLetter", findings);
            requireNone(wanted.timeCommitment(), "no share of time", "/timeCommitment", findings);
            requireNone(wanted.delegatedAuthority(), "no delegated authority", "/delegatedAuthority", findings);
            requireNone(wanted.delegatedLimit(), "no delegated limit", "/delegatedLimit", findings);
        } else {
            boolean named = holder != null && (holder.person() != null || holder.post() != null);
            boolean byPost = wanted.heldByPost() != null;
            findings.require(
                    byPost ? holder == null : named,
                    Finding.of(
                                    TermsRule.HOLDER_DOES_NOT_FIT,
                                    byPost
                                            ? "The appointment names a holder beside the post that holds the role"
                                            : "An appointment of the kind %s names a person or a post"
                                                    .formatted(wanted.kind()))
                            .at("/holder"));
        }
        if (holder != null) findings.requirePerson(holder.person(), "/holder/person", evidence);
        requirePost(wanted.heldByPost(), wanted.provenance().effectiveOn(), evidence, findings);
    }

    /** That the post that is to hold a role is on record, and exists on that day; null: none is. */
    private static void requirePost(@Nullable String post, LocalDate on, Evidence evidence, Findings findings) {
        if (post == null) return;
        findings.requireKnown(Kinds.POST, post, "/heldByPost", evidence);
        evidence.history(Kinds.POST, post)
                .timeline()
                .on(on)
                .ifPresent(
                        state -> findings.requireOpen(state, "Post " + post, TermsRule.POST_IS_CLOSED, "/heldByPost"));
    }

    private static void requireNone(@Nullable Object stated, String none, String pointer, Findings findings) {
        findings.require(
                stated == null,
                Finding.of(TermsRule.HOLDER_DOES_NOT_FIT, "An appointment of the kind VACANT has " + none)
                        .at(pointer));
    }

    private static Decision<AppointmentFact> end(EndAppointment end, History<RecordedFact, AppointmentsState> history) {
        Findings findings = new Findings();
        Optional<RoleAppointed> running = appointed(history, end.appointment());
        findings.require(running.isPresent(), ReferenceRule.absent("appointment", end.appointment()));
        String appointment = running.map(RoleAppointed::appointment).orElse(end.appointment());
        return Decision.of(
                new AppointmentEnded(end.initiative(), appointment, end.reason(), end.handoverNote(), end.provenance()),
                findings);
    }

    /** An appointment overlaps nobody but whom it replaces, and an ending ends what runs. */
    @Override
    protected List<Finding> historyInvariants(List<EffectiveEntry<RecordedFact>> told) {
        List<Finding> findings = new ArrayList<>(EntryChecks.takenOnce(
                told,
                fact -> fact instanceof RoleAppointed appointed ? appointed.appointment() : null,
                id -> ReferenceRule.taken("appointment", id)));
        Map<String, EffectiveEntry<RecordedFact>> appointments = new HashMap<>();
        Map<Role, EffectiveEntry<RecordedFact>> running = new EnumMap<>(Role.class);
        List<EffectiveEntry<RecordedFact>> displaced = new ArrayList<>();
        for (EffectiveEntry<RecordedFact> entry : told)
            appointed(entry).ifPresent(appointed -> appointments.putIfAbsent(appointed.appointment(), entry));
        for (EffectiveEntry<RecordedFact> entry : told) {
            switch (Kinds.APPOINTMENTS.fact(entry)) {
                case RoleAppointed appointed -> begin(appointed, entry, running, appointments, displaced, findings);
                case AppointmentEnded ended -> {
                    EffectiveEntry<RecordedFact> appointed = appointments.get(ended.appointment());
                    // An ending whose appointment was entered in error ends nothing, and harms nothing.
                    if (appointed == null) continue;
                    boolean ends = running.values().remove(appointed) || displaced.remove(appointed);
                    if (!ends) findings.add(endsNothing(ended, entry, appointed));
                    else if (!appointed.effectiveOn().isBefore(entry.effectiveOn()))
                        findings.add(neverHeld(ended, entry, appointed));
                }
            }
        }
        return findings;
    }

    private static void begin(
            RoleAppointed appointed,
            EffectiveEntry<RecordedFact> entry,
            Map<Role, EffectiveEntry<RecordedFact>> running,
            Map<String, EffectiveEntry<RecordedFact>> appointments,
            List<EffectiveEntry<RecordedFact>> displaced,
            List<Finding> findings) {
        EffectiveEntry<RecordedFact> before = running.put(appointed.role(), entry);
        RoleAppointed incumbent = before == null ? null : appointed(before).orElse(null);
        if (before == null || incumbent == null) return;
        if (incumbent.kind() == AppointmentKind.VACANT) return;
        if (cameInPlaceOf(incumbent, appointed, appointments)) return;
        if (incumbent.appointment().equals(appointed.appointment())) return;
        displaced.add(before);
        findings.add(Finding.contradiction(
                        AppointmentRule.OVERLAPPING_APPOINTMENT,
                        overlap(
                                appointed.appointment(),
                                appointed.role(),
                                entry.effectiveOn(),
                                incumbent.appointment()),
                        entry,
                        List.of(before))
                .at("/replaces"));
    }

    /**
     * Whether the incumbent is who is to be replaced, or came in the place of that one in the meantime: a change that is
     * recorded late comes between two who knew nothing of it. Nobody displaces who came in their own place.
     */
    private static boolean cameInPlaceOf(
            RoleAppointed incumbent, RoleAppointed appointed, Map<String, EffectiveEntry<RecordedFact>> appointments) {
        Set<String> line = new HashSet<>(List.of(appointed.appointment()));
        for (RoleAppointed at = incumbent; at != null && line.add(at.appointment()); ) {
            if (at.appointment().equals(appointed.replaces())) return true;
            EffectiveEntry<RecordedFact> before = at.replaces() == null ? null : appointments.get(at.replaces());
            at = before == null ? null : appointed(before).orElse(null);
        }
        return false;
    }

    private static Finding endsNothing(
            AppointmentEnded ended, EffectiveEntry<RecordedFact> entry, EffectiveEntry<RecordedFact> appointed) {
        return Finding.contradiction(
                        AppointmentRule.APPOINTMENT_NOT_RUNNING,
                        "Appointment %s does not run on %s".formatted(ended.appointment(), entry.effectiveOn()),
                        entry,
                        List.of(appointed))
                .at("/effectiveOn");
    }

    private static Finding neverHeld(
            AppointmentEnded ended, EffectiveEntry<RecordedFact> entry, EffectiveEntry<RecordedFact> appointed) {
        return Finding.contradiction(
                        AppointmentRule.APPOINTMENT_NEVER_HELD,
                        "Appointment %s begins on %s, and would end on that day"
                                .formatted(ended.appointment(), entry.effectiveOn()),
                        entry,
                        List.of(appointed))
                .at("/effectiveOn");
    }

    private static String overlap(String appointment, Role role, LocalDate since, String displaced) {
        return "Appointment %s as %s begins on %s, while %s still runs".formatted(appointment, role, since, displaced);
    }

    private static void requireTerm(RoleAppointed appoint, Findings findings) {
        findings.require(
                appoint.role().isOfInitiative(),
                Finding.of(
                                TermsRule.ROLE_DOES_NOT_FIT,
                                "An initiative has no role %s; a post may have it in a portfolio"
                                        .formatted(appoint.role()))
                        .at("/role"));
        Terms.require(
                appoint.provenance().effectiveOn(),
                appoint.expectedEnd(),
                appoint.timeCommitment(),
                appoint.delegatedLimit(),
                findings);
        if (appoint.role() != Role.SRO || appoint.kind() == AppointmentKind.VACANT) return;
        requireOfSro(appoint.appointmentLetter(), "a letter", "/appointmentLetter", findings);
        requireOfSro(appoint.expectedEnd(), "an expected end", "/expectedEnd", findings);
        requireOfSro(appoint.timeCommitment(), "a share of working time", "/timeCommitment", findings);
    }

    private static void requireOfSro(@Nullable Object stated, String what, String pointer, Findings findings) {
        findings.require(
                stated != null,
                Finding.of(AppointmentRule.SRO_APPOINTMENT_INCOMPLETE, "The appointment lacks " + what)
                        .at(pointer));
    }

    private static void requireReplaced(
            RoleAppointed appoint, History<RecordedFact, AppointmentsState> history, Findings findings) {
        if (appoint.replaces() == null) return;
        if (appointed(history, appoint.replaces()).isEmpty()) {
            findings.note(ReferenceRule.unknown("appointment", appoint.replaces(), "/replaces"));
            return;
        }
        LocalDate on = appoint.provenance().effectiveOn();
        boolean replaced = history.timeline()
                .on(on)
                .map(state -> state.running().get(appoint.role()))
                .filter(running -> running.value().appointment().equals(appoint.replaces()))
                .isPresent();
        findings.require(
                replaced,
                Finding.of(
                                AppointmentRule.REPLACES_NOBODY,
                                "Appointment %s does not hold the role %s on %s"
                                        .formatted(appoint.replaces(), appoint.role(), on))
                        .at("/replaces"));
    }

    /** The id of an appointment as it was written first. */
    private static @Nullable String spelled(
            History<RecordedFact, AppointmentsState> history, @Nullable String appointment) {
        if (appointment == null) return null;
        return appointed(history, appointment).map(RoleAppointed::appointment).orElse(appointment);
    }

    private static Optional<RoleAppointed> appointed(
            History<RecordedFact, AppointmentsState> history, String appointment) {
        return history.entries().stream()
                .flatMap(entry -> appointed(entry).stream())
                .filter(appointed -> appointed.appointment().equalsIgnoreCase(appointment))
                .findFirst();
    }

    private static Optional<RoleAppointed> appointed(EffectiveEntry<RecordedFact> entry) {
        return entry.content().fact() instanceof RoleAppointed appointed ? Optional.of(appointed) : Optional.empty();
    }
}
